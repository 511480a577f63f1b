import { notBefore, notInFuture } from "../../kit/rules/day.rules";
import type { Rules } from "../../kit/rules/rule";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { CandidateEnrolmentState } from "../training/candidate-enrolment";
import { completionDayRules, enrolmentDayRules, failureDayRules } from "../training/training.rules";
import type { Enrolment } from "./candidate-file";

const { COMPLETED, ENROLLED } = CandidateEnrolmentState;

/** An enrolment that is put right keeps the rules of a new one, and of its completion or failure. */
export function correctedEnrolmentRules(
  enrolment: Omit<Enrolment, "id">,
  decidedOn: string | null,
  today: string,
): Rules<RecruitmentErrorCode> {
  const { enrolledOn, state, endedOn, failureReason, course } = enrolment;
  const ended = (): Rules<RecruitmentErrorCode> => {
    if (endedOn === null || state === ENROLLED) return [];
    return state === COMPLETED
      ? completionDayRules(endedOn, { enrolledOn, course }, today, "endedOn")
      : failureDayRules({ failedOn: endedOn, reason: failureReason ?? "" }, enrolledOn, today, {
          day: "endedOn",
          reason: "failureReason",
        });
  };
  return [
    notInFuture(enrolledOn, today, "enrolledOn"),
    decidedOn === null
      ? []
      : notBefore(enrolledOn, decidedOn, "the day of the selection", "enrolledOn"),
    enrolmentDayRules(enrolledOn, course),
    {
      holds: (state === ENROLLED) === (endedOn === null),
      code: "INVALID_PERIOD",
      message: `Expected the day with the result, received ${endedOn ?? "none"} of an enrolment in state ${state}.`,
      at: "endedOn",
    },
    {
      holds: failureReason === null || state === CandidateEnrolmentState.FAILED,
      code: "INVALID_PERIOD",
      message: `Expected no reason of a failure, received one of an enrolment in state ${state}.`,
      at: "failureReason",
    },
    ended(),
  ];
}
