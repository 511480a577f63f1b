import { brokenRules, type RecruitmentRefusal, type Rule } from "../record/broken-rules";
import { notBefore, notInFuture } from "../record/day.rules";
import { type MunicipalityFacts, municipalityRules } from "../record/municipality.rules";
import { noteRule } from "../record/text.rules";
import type { ListRequest } from "./list-request";
import { ListRequestState } from "./list-request-state";

/** A request as the rules see it. */
export type RequestFacts = Pick<ListRequest, "state" | "requestedOn">;

/** A municipality asks while it has no request that is open or granted, and once a day. */
export function checkListRequest(
  values: { readonly municipality: string; readonly on: string },
  municipality: MunicipalityFacts | null,
  earlier: readonly RequestFacts[],
  today: string,
): RecruitmentRefusal[] {
  const at = "municipality";
  const isOpen = earlier.some(({ state }) => state === ListRequestState.REQUESTED);
  return brokenRules(
    municipalityRules(values.municipality, municipality, values.on),
    notInFuture(values.on, today, "on"),
    {
      holds: !isOpen,
      code: "LIST_REQUEST_OPEN",
      message: "Expected a municipality without an open request, found one that is not decided.",
      at,
    },
    {
      holds: !earlier.some(({ state }) => state === ListRequestState.GRANTED),
      code: "LIST_ALREADY_GRANTED",
      message: "Expected a municipality that was not granted the list, found that it was.",
      at,
    },
    {
      holds: isOpen || !earlier.some(({ requestedOn }) => requestedOn === values.on),
      code: "LIST_REQUEST_EXISTS",
      message: `Expected a day without a request of the municipality, received ${values.on}.`,
      at: "on",
    },
  );
}

/** A request is granted once, on its day or later. */
export function checkGrant(on: string, request: RequestFacts, today: string): RecruitmentRefusal[] {
  return brokenRules(decision(on, request, today));
}

/** A request is refused once, with a reason. */
export function checkRefusal(
  { on, reason }: { readonly on: string; readonly reason: string },
  request: RequestFacts,
  today: string,
): RecruitmentRefusal[] {
  return brokenRules(decision(on, request, today), noteRule(reason, "reason"));
}

function decision(on: string, { state, requestedOn }: RequestFacts, today: string): Rule[] {
  return [
    {
      holds: state === ListRequestState.REQUESTED,
      code: "ALREADY_DECIDED",
      message: `Expected a request in state REQUESTED, found it ${state}.`,
      at: "id",
    },
    notInFuture(on, today, "on"),
    notBefore(on, requestedOn, "the day of the request", "on"),
  ];
}
