import { notBefore, notInFuture } from "../../kit/rules/day.rules";
import type { Rules } from "../../kit/rules/rule";
import { noteRule } from "../../kit/rules/text.rules";
import { ListRequestState } from "../list-request/list-request";
import type { RequestFacts } from "../list-request/list-request.rules";
import { type MunicipalityFacts, municipalityRules } from "../municipality/municipality.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { inTheWay } from "./correction.rules";

/** A request as it is to be. */
export interface CorrectedRequest extends RequestFacts {
  readonly municipality: string;
  readonly decidedOn: string | null;
  readonly refusalReason: string | null;
}

/** What a request is judged by. */
export interface RequestSurroundings {
  readonly municipality: MunicipalityFacts | null;
  /** The municipality's other requests. */
  readonly others: readonly RequestFacts[];
}

const { REQUESTED, GRANTED, REFUSED } = ListRequestState;

/** A request that is put right is the only one of its day, and of those that are refused there may be others beside it. */
export function correctedRequestRules(
  request: CorrectedRequest,
  { municipality, others }: RequestSurroundings,
  today: string,
): Rules<RecruitmentErrorCode> {
  const { state, requestedOn, decidedOn, refusalReason } = request;
  const isRefused = state === REFUSED;
  const has = (other: ListRequestState) => !isRefused && others.some((one) => one.state === other);
  return [
    municipalityRules(request.municipality, municipality, requestedOn),
    notInFuture(requestedOn, today, "requestedOn"),
    {
      holds: !has(REQUESTED),
      code: "LIST_REQUEST_OPEN",
      message: "Expected a municipality without an open request, found one that is not decided.",
      at: "municipality",
    },
    {
      holds: !has(GRANTED),
      code: "LIST_ALREADY_GRANTED",
      message: "Expected a municipality that was not granted the list, found that it was.",
      at: "municipality",
    },
    {
      holds: !others.some((one) => one.requestedOn === requestedOn),
      code: "LIST_REQUEST_EXISTS",
      message: `Expected a day without another request of the municipality, received ${requestedOn}.`,
      at: "requestedOn",
    },
    decidedOn === null
      ? []
      : [
          notInFuture(decidedOn, today, "decidedOn"),
          notBefore(decidedOn, requestedOn, "the day of the request", "decidedOn"),
        ],
    isRefused
      ? noteRule(refusalReason ?? "", "refusalReason")
      : {
          holds: refusalReason === null,
          code: "INVALID_PERIOD",
          message: `Expected no reason of a refusal, received one of a request in state ${state}.`,
          at: "refusalReason",
        },
  ];
}

/**
 * The engagements with a municipality rest on its grant, by their first day.
 *
 * @param grantedOn - the day of the grant as it is to be; `null` where there is none
 * @param first - the first of its engagements that was not cancelled
 */
export function grantHolds(
  grantedOn: string | null,
  first: { readonly from: string; readonly role: string } | null,
  at: string,
): Rules<RecruitmentErrorCode> {
  if (!first || (grantedOn !== null && grantedOn <= first.from)) return [];
  return [
    inTheWay(
      `Expected a grant by ${first.from}, received ${grantedOn ?? "none"}, found an engagement as ${first.role} from that day.`,
      at,
    ),
  ];
}
