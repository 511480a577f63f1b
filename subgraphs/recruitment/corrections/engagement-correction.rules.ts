import { inRange } from "../../catalog/rules/day.rules";
import { notInFuture, periodRule } from "../../kit/rules/day.rules";
import type { Rules } from "../../kit/rules/rule";
import { noteRule } from "../../kit/rules/text.rules";
import {
  cancelledInTimeRule,
  endedInTermRule,
  type EngagementFacts,
  engagementRules,
  workRules,
} from "../personnel-list/engagement.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";

/** An engagement as it is to be. */
export interface CorrectedEngagement {
  readonly municipality: string;
  readonly role: string;
  readonly daysPerMonth: number;
  readonly from: string;
  readonly agreedTo: string | null;
  /** The day of an end before the term; `null` where it was not ended. */
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly cancelledOn: string | null;
  readonly cancellationReason: string | null;
}

/**
 * An engagement that is put right keeps the rules of a new one, on all days on which it holds; one that was cancelled holds on none.
 * It was ended within its term or cancelled before its first day, with a reason, or neither.
 */
export function correctedEngagementRules(
  values: CorrectedEngagement,
  facts: EngagementFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
  const { from, agreedTo, endedOn, cancelledOn } = values;
  return [
    cancelledOn === null
      ? engagementRules({ ...values, to: endedOn ?? agreedTo }, facts)
      : workRules(values),
    inRange(agreedTo, "agreedTo"),
    periodRule(from, agreedTo, "agreedTo"),
    endedOn === null
      ? withoutDay(values.endReason, "endedOn")
      : [
          endedInTermRule(endedOn, { from, to: agreedTo }, "endedOn"),
          inRange(endedOn, "endedOn"),
          noteRule(values.endReason ?? "", "endReason"),
          {
            holds: cancelledOn === null,
            code: "ALREADY_ENDED",
            message: `Expected an engagement that was ended or cancelled, received one that was ended on ${endedOn} and cancelled on ${cancelledOn ?? ""}.`,
            at: "cancelledOn",
          },
        ],
    cancelledOn === null
      ? withoutDay(values.cancellationReason, "cancelledOn")
      : [
          cancelledInTimeRule(cancelledOn, from, "cancelledOn"),
          inRange(cancelledOn, "cancelledOn"),
          notInFuture(cancelledOn, today, "cancelledOn"),
          noteRule(values.cancellationReason ?? "", "cancellationReason"),
        ],
  ];
}

function withoutDay(reason: string | null, at: string): Rules<RecruitmentErrorCode> {
  const message = "Expected the day with its reason, received none.";
  return [{ holds: reason === null, code: "INVALID_PERIOD", message, at }];
}
