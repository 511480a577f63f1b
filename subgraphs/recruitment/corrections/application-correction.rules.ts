import { notInFuture } from "../../kit/rules/day.rules";
import { movedTo, type Rules } from "../../kit/rules/rule";
import { noteRule, optionalNoteRule } from "../../kit/rules/text.rules";
import { ApplicationStage } from "../application/application-stage";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { categoryRules } from "../skill-standard/skill-category.rules";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { Decided, LockedFile } from "./candidate-file";
import { inTheWay } from "./correction.rules";

/** What a correction gives for one step; `null` takes it back, absent it stays. */
export interface GivenSteps {
  readonly decidedOn?: string | null | undefined;
  readonly rejectionReason?: string | null | undefined;
  readonly withdrawnOn?: string | null | undefined;
  readonly withdrawalReason?: string | null | undefined;
}

/** The steps of an application as they are to be. */
export function correctedSteps(recorded: Decided, given: GivenSteps): Decided {
  const { decision, withdrawal } = recorded;
  return {
    decision:
      decision && given.decidedOn !== null
        ? {
            ...decision,
            on: given.decidedOn ?? decision.on,
            reason: trimmedReason(given.rejectionReason, decision.reason),
          }
        : null,
    withdrawal:
      withdrawal && given.withdrawnOn !== null
        ? {
            ...withdrawal,
            on: given.withdrawnOn ?? withdrawal.on,
            reason: trimmedReason(given.withdrawalReason, withdrawal.reason),
          }
        : null,
  };
}

function trimmedReason(given: string | null | undefined, recorded: string | null): string | null {
  return given === undefined ? recorded : (given?.trim() ?? null);
}

/** Steps are put right, not taken: each is on record, lies in the past, and a rejection has its reason. */
export function correctedStepRules(
  recorded: Decided,
  given: GivenSteps,
  today: string,
): Rules<RecruitmentErrorCode> {
  const { decision, withdrawal } = correctedSteps(recorded, given);
  const isRejected = decision?.stage === ApplicationStage.REJECTED;
  return [
    onRecord(recorded.decision !== null || given.decidedOn == null, "a decision", "decidedOn"),
    onRecord(isRejected || given.rejectionReason == null, "a rejection", "rejectionReason"),
    onRecord(
      recorded.withdrawal !== null || given.withdrawnOn == null,
      "a withdrawal",
      "withdrawnOn",
    ),
    onRecord(
      withdrawal !== null || given.withdrawalReason == null,
      "a withdrawal",
      "withdrawalReason",
    ),
    decision ? notInFuture(decision.on, today, "decidedOn") : [],
    isRejected ? noteRule(decision.reason ?? "", "rejectionReason") : [],
    withdrawal ? notInFuture(withdrawal.on, today, "withdrawnOn") : [],
    optionalNoteRule(withdrawal?.reason, "withdrawalReason"),
  ];
}

/** The categories selected are some of the application's; none where it was not selected. */
export function correctedSelectionRules(
  selected: readonly SkillCategoryCode[],
  categories: readonly SkillCategoryCode[],
  { decision }: Decided,
): Rules<RecruitmentErrorCode> {
  if (decision?.stage !== ApplicationStage.SELECTED) {
    return [onRecord(selected.length === 0, "a selection", "selectedCategories")];
  }
  return movedTo(
    { categories: "selectedCategories" },
    categoryRules(selected, categories, "CATEGORY_NOT_APPLIED_FOR"),
  );
}

/** An application is another person's, or to another solicitation, as long as nobody is on the list by it. */
export function otherApplicationRules(
  file: LockedFile,
  at: string | null,
): Rules<RecruitmentErrorCode> {
  const [place] = file.registrations;
  return place && at !== null
    ? [
        inTheWay(
          `Expected an application that has led to no place on the list, found a registration as ${place.categoryCode} from ${place.from}.`,
          at,
        ),
      ]
    : [];
}

/** An application is taken back while nothing but its receipt is on record. */
export function untouchedRules(file: LockedFile): Rules<RecruitmentErrorCode> {
  const [evaluation] = file.evaluations;
  const [enrolment] = file.enrolments;
  const later = file.stages[1];
  if (evaluation) {
    return [
      inTheWay(
        `Expected an application that nobody has judged, found an evaluation as ${evaluation.categoryCode} of ${evaluation.evaluatedOn}.`,
        "id",
      ),
    ];
  }
  if (enrolment) {
    const message = `Expected an application without an enrolment, found one in ${enrolment.course.courseCode} from ${enrolment.enrolledOn}.`;
    return [inTheWay(message, "id")];
  }
  return later
    ? [
        inTheWay(
          `Expected an application that was received alone, found it ${later.stage} on ${later.on}.`,
          "id",
        ),
      ]
    : [];
}

function onRecord(holds: boolean, what: string, at: string) {
  return {
    holds,
    code: "STANDS_IN_THE_WAY" as const,
    message: `Expected ${what} on record, found none. Record it instead.`,
    at,
  };
}
