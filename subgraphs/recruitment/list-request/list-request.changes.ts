import { day, id, optional, text } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { Municipality } from "../municipality/municipality";
import { adding, changesOf, changing, type RecruitmentChange } from "../record/recruitment-changes";
import { ListRequest, ListRequestState } from "./list-request";
import { decisionRules, listRequestRules, refusalRules } from "./list-request.rules";

const dayOf = (what: string) =>
  optional(day(`The day of the ${what}; not in the future. Default: today in Asia/Tokyo.`));

const aFreeDay = "a day without a request of the municipality";
const isOpen = atTheSameMoment(
  "LIST_REQUEST_OPEN",
  "a municipality without an open request",
  "municipality",
);

/** What the constraints on requests mean to a caller who puts one right; the rules themselves are checked before. */
export const listRequestConstraints = {
  list_request_one_open: isOpen,
  list_request_once_a_day: atTheSameMoment("LIST_REQUEST_EXISTS", aFreeDay, "requestedOn"),
  list_request_one_granted: atTheSameMoment(
    "LIST_ALREADY_GRANTED",
    "a municipality that was not granted the list",
    "municipality",
  ),
};

/** Changes of the requests of one municipality wait for each other here. */
export async function holdRequestsOf({ manager }: RecruitmentChange, code: string): Promise<void> {
  await manager.query(
    "/* listRequest.wait */ SELECT pg_advisory_xact_lock(hashtextextended('list request ' || $1, 0))",
    [code],
  );
}

/** What becomes of requests for the list. */
export const listRequestChanges = changesOf(ListRequest, {
  requestList: adding({
    description:
      "Records a municipality's request for the external personnel list, while it has no other one that is open or granted.",
    about: "A municipality's request for the external personnel list.",
    given: "The request.",
    input: {
      municipality: id("Six-digit code of the municipality."),
      on: dayOf("request"),
    },
    constraints: {
      list_request_one_open: isOpen,
      list_request_once_a_day: atTheSameMoment("LIST_REQUEST_EXISTS", aFreeDay, "on"),
    },
    // Requests of one municipality wait for each other.
    work: async (change, { municipality: code, on = null }) => {
      const requestedOn = on ?? change.today;
      await holdRequestsOf(change, code);
      const municipality = await change.manager.findOne(Municipality, {
        where: { code },
        comment: "requestList.municipality",
      });
      const earlier = await change.manager.find(ListRequest, {
        where: { municipalityCode: code },
        comment: "requestList.earlier",
      });
      const values = { municipality: code, on: requestedOn };
      change.require(listRequestRules(values, municipality, earlier, change.today));
      const state = ListRequestState.REQUESTED;
      return change.insert(ListRequest, { municipalityCode: code, requestedOn, state });
    },
  }),

  grantListRequest: changing({
    description: "Grants a request; the municipality can then engage persons on the list.",
    about: "A request to grant.",
    given: "The request and the day.",
    input: { on: dayOf("grant") },
    constraints: {
      list_request_one_granted: atTheSameMoment(
        "LIST_ALREADY_GRANTED",
        "a municipality that was not granted the list",
        "id",
      ),
    },
    work: async (change, input) => {
      const request = await change.lock(ListRequest, input);
      const decidedOn = input.on ?? change.today;
      change.require(decisionRules(decidedOn, request, change.today));
      return change.update(ListRequest, request, { state: ListRequestState.GRANTED, decidedOn });
    },
  }),

  refuseListRequest: changing({
    description: "Refuses a request; the municipality can ask again on another day.",
    about: "A request to refuse.",
    given: "The request and the reason.",
    input: { reason: text("Why; 1–2,000 characters."), on: dayOf("refusal") },
    work: async (change, input) => {
      const request = await change.lock(ListRequest, input);
      const decidedOn = input.on ?? change.today;
      const { reason } = input;
      change.require(refusalRules({ on: decidedOn, reason }, request, change.today));
      const state = ListRequestState.REFUSED;
      return change.update(ListRequest, request, {
        state,
        decidedOn,
        refusalReason: trimmed(reason),
      });
    },
  }),
});
