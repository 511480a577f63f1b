import { code, country, day, flag, id, optional } from "../../kit/graphql/input-fields";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { DispatchLegalBasisCode } from "../classification/dispatch-legal-basis";
import { adding, changesOf } from "../record/dispatch-changes";
import { Dispatch } from "./dispatch";
import { isFollowed } from "./dispatch-state";
import { terms } from "./dispatch-terms";
import {
  dispatchConstraints as constraints,
  holdOrganization,
  lockOfficial,
  othersOf,
  requireWhole,
} from "./dispatch.service";

const fields = Object.fromEntries(
  [
    ...["post", "legalBasis", "country", "plannedFrom", "plannedTo", "payRatio"],
    ...["npaConsultedOn", "consentOn", "startedOn", "returnedOn"],
  ].map((field) => [field, field]),
);

/** What happened before the office recorded anything of it. */
export const pastDispatchChanges = changesOf(Dispatch, {
  recordPastDispatch: adding({
    description:
      "Records a dispatch that has begun already, in one step: plan, consent, start and, if the official is back, return.",
    about: "A dispatch that has begun already.",
    given: "The dispatch.",
    input: {
      ...terms,
      official: id("Id of the official."),
      legalBasis: code(
        DispatchLegalBasisCode,
        "The provision it rests on; it must cover the organization's kind.",
      ),
      country: optional(country("The country of duty. Default: the organization's.")),
      npaConsultedOn: optional(
        day("The day of the consultation; needed for a term beyond five years."),
      ),
      consentOn: day("The day on which the official consented."),
      startedOn: day("The first day on dispatch."),
      returnedOn: optional(day("The first day back on duty; null: the official is not back.")),
      acknowledgeOverstay: optional(
        flag("true: the office knows that the official came back after the end of the term."),
      ),
    },
    constraints,
    work: async (change, input) => {
      const organization = await holdOrganization(change, input.organization);
      const file = await lockOfficial(change, input.official, "input", "official");
      const { plannedTo, returnedOn = null, startedOn } = input;
      const isLate = returnedOn !== null && returnedOn > plannedTo;
      const values = {
        organizationCode: organization.code,
        organizationTypeCode: organization.typeCode,
        regionCode: organization.regionCode,
        legalBasisCode: input.legalBasis,
        post: trimmedUnlessBlank(input.post),
        plannedFrom: input.plannedFrom,
        plannedTo,
        payRatio: input.payRatio ?? null,
        npaConsultedOn: input.npaConsultedOn ?? null,
        consentOn: input.consentOn,
        startedOn,
        returnedOn,
        overstayed: isLate && input.acknowledgeOverstay === true,
        followed: isFollowed({ plannedTo }, othersOf(file, undefined)),
        cancelledOn: null,
        cancellationReason: null,
      };
      const dispatch = { ...values, countryCode: input.country ?? organization.countryCode };
      const known = await requireWhole(change, file, undefined, dispatch, fields);
      return change.insert(Dispatch, { ...values, ...known, officialId: input.official });
    },
  }),
});
