import { notBefore, notInFuture } from "../../kit/rules/day.rules";
import type { Rules } from "../../kit/rules/rule";
import { noteRule } from "../../kit/rules/text.rules";
import { type MunicipalityFacts, municipalityRules } from "../municipality/municipality.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { type ListRequest, ListRequestState } from "./list-request";

/** A request as the rules see it. */
export type RequestFacts = Pick<ListRequest, "state" | "requestedOn">;

/** A municipality asks while it has no request that is open or granted, and once a day. */
export function listRequestRules(
  values: { readonly municipality: string; readonly on: string },
  municipality: MunicipalityFacts | null,
  earlier: readonly RequestFacts[],
  today: string,
): Rules<RecruitmentErrorCode> {
  const at = "municipality";
  const isOpen = earlier.some(({ state }) => state === ListRequestState.REQUESTED);
  return [
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
  ];
}

/** A request is granted or refused once, on its day or later. */
export function decisionRules(
  on: string,
  { state, requestedOn }: RequestFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
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

/** A request is refused with a reason. */
export function refusalRules(
  { on, reason }: { readonly on: string; readonly reason: string },
  request: RequestFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
  return [decisionRules(on, request, today), noteRule(reason, "reason")];
}
