import { IsNull } from "typeorm";
import { day, id, optional, text } from "../../kit/graphql/input-fields";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { ListRequest, ListRequestState } from "../list-request/list-request";
import { holdRequestsOf, listRequestConstraints } from "../list-request/list-request.changes";
import { Municipality } from "../municipality/municipality";
import { Engagement } from "../personnel-list/engagement";
import { changesOf, correcting, type RecruitmentChange } from "../record/recruitment-changes";
import { corrected } from "./correction.rules";
import { correctedRequestRules, grantHolds } from "./list-request-correction.rules";

/** Puts right what was recorded wrongly of requests for the list. */
export const listRequestCorrections = changesOf(ListRequest, {
  correctListRequest: correcting({
    description:
      "Puts right what was recorded wrongly of a request for the list, or takes its grant or refusal back: it is then open. A grant stays as long as an engagement rests on it.",
    about:
      "What was recorded wrongly of a request for the list, and how it was. What is absent stays; null takes the grant or refusal back.",
    given: "What was wrong, and how it was.",
    input: {
      municipality: optional(id("Six-digit code of the municipality that made it.")),
      requestedOn: optional(day("The day of the request.")),
      decidedOn: optional(
        day(
          "The day of the grant or refusal; null: it was neither granted nor refused, and a reason goes too.",
        ),
      ),
      refusalReason: optional(text("Why it was refused, 1–2,000 characters.")),
    },
    constraints: listRequestConstraints,
    work: async (change, input) => {
      const { request, engaged } = await lockRequest(change, input, input.municipality);
      const municipalityCode = input.municipality ?? request.municipalityCode;
      const municipality = await change.manager.findOne(Municipality, {
        where: { code: municipalityCode },
        comment: "correctListRequest.municipality",
      });
      const all = await change.see(ListRequest, {
        where: { municipalityCode },
        comment: "correctListRequest.others",
      });
      const decidedOn =
        request.state === ListRequestState.REQUESTED
          ? null
          : corrected(input.decidedOn, request.decidedOn);
      const values = {
        state: decidedOn === null ? ListRequestState.REQUESTED : request.state,
        requestedOn: input.requestedOn ?? request.requestedOn,
        decidedOn,
        refusalReason: trimmedUnlessBlank(
          decidedOn === null
            ? input.refusalReason
            : corrected(input.refusalReason, request.refusalReason),
        ),
      };
      const others = all.filter((one) => one.id !== request.id);
      change.require(
        {
          holds: request.state !== ListRequestState.REQUESTED || input.decidedOn == null,
          code: "INVALID_PERIOD",
          message:
            "Expected a request that was decided, received a day for one that is open. Grant or refuse it.",
          at: "decidedOn",
        },
        correctedRequestRules(
          { ...values, municipality: municipalityCode },
          { municipality, others },
          change.today,
        ),
      );
      change.settle();
      if (request.state === ListRequestState.GRANTED) {
        const stays = municipalityCode === request.municipalityCode;
        change.require(
          grantHolds(stays ? decidedOn : null, engaged, stays ? "decidedOn" : "municipality"),
        );
      }
      return change.update(ListRequest, request, { ...values, municipalityCode });
    },
  }),

  takeBackListRequest: correcting({
    description:
      "Takes back a request that was never made, while no engagement rests on its grant. It answers with what was on record, which stays in the history and in the changes.",
    about: "A request for the list that was never made.",
    given: "Which request.",
    input: {},
    work: async (change, input) => {
      const { request, engaged } = await lockRequest(change, input);
      if (request.state === ListRequestState.GRANTED) {
        change.require(grantHolds(null, engaged, "id"));
      }
      await change.remove(ListRequest, request);
      return request;
    },
  }),
});

/** Locks a request behind those of its municipality, and of the one that it is to be of; with the first engagement there. */
async function lockRequest(
  change: RecruitmentChange,
  input: { readonly id: string; readonly expectedVersion?: number | null },
  other?: string | null,
) {
  const recorded = await change.read(ListRequest, input.id);
  const codes = new Set([recorded.municipalityCode, other ?? recorded.municipalityCode]);
  for (const code of [...codes].sort()) await holdRequestsOf(change, code);
  const request = await change.lock(ListRequest, input);
  const [engaged] = await change.see(Engagement, {
    where: { municipalityCode: request.municipalityCode, cancelledOn: IsNull() },
    order: { from: "ASC" },
    take: 1,
    comment: "lockRequest.engaged",
  });
  return { request, engaged: engaged ?? null };
}
