import { today } from "../../kit/clock";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import { notBefore, notInFuture } from "../../kit/rules/day.rules";
import type { Rule, Rules } from "../../kit/rules/rule";
import { noteRule, optionalNoteRule } from "../../kit/rules/text.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { categoryRules } from "../skill-standard/skill-category.rules";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { ApplicationStage } from "./application-stage";
import { lastDayOf, type Window } from "./solicitation";
import { undecidedRule, withdrawalStageRule } from "./stage.rules";

/** What an application is submitted with. */
export interface ApplicationValues {
  readonly receivedAt: Date;
  readonly categories: readonly SkillCategoryCode[];
}

/** What must be known of the solicitation. */
export interface SolicitationFacts {
  readonly window: Window;
  readonly categories: readonly SkillCategoryCode[];
}

/**
 * An application is received in the window of its solicitation, which begins and ends at midnight in Asia/Tokyo, and
 * is for categories that the solicitation asks for.
 */
export function applicationRules(
  { receivedAt, categories }: ApplicationValues,
  solicitation: SolicitationFacts,
  now: Date,
): Rules<RecruitmentErrorCode> {
  const shown = (instant: Date) => DateTimeScalar.serialize(instant);
  const { opensOn } = solicitation.window;
  const lastDay = lastDayOf(solicitation.window);
  const day = today(receivedAt);
  return [
    {
      holds: receivedAt <= now,
      code: "DATE_IN_FUTURE",
      message: `Expected an instant up to now, ${shown(now)}, received ${shown(receivedAt)}.`,
      at: "receivedAt",
    },
    {
      holds: day >= opensOn && day <= lastDay,
      code: "OUTSIDE_WINDOW",
      message: `Expected an instant from the first minute of ${opensOn} to the last of ${lastDay} in Asia/Tokyo, received ${shown(receivedAt)}.`,
      at: "receivedAt",
    },
    categoryRules(categories, solicitation.categories, "CATEGORY_NOT_SOLICITED"),
  ];
}

/** An application as the rules see it. */
export interface ApplicationFacts {
  readonly stage: ApplicationStage;
  /** The day on which it reached its stage. */
  readonly since: string;
  readonly categories: readonly SkillCategoryCode[];
  /** The categories that were judged, each with the day of its latest evaluation. */
  readonly evaluated: ReadonlyMap<SkillCategoryCode, string>;
}

/** An applicant withdraws until the registration: also when selected or trained, but not when rejected. */
export function withdrawalRules(
  values: { readonly on: string; readonly reason?: string | null | undefined },
  { stage, since }: Pick<ApplicationFacts, "stage" | "since">,
  today: string,
): Rules<RecruitmentErrorCode> {
  return [
    withdrawalStageRule(stage),
    notInFuture(values.on, today, "on"),
    notBefore(values.on, since, "since when it is at its stage", "on"),
    optionalNoteRule(values.reason, "reason"),
  ];
}

/** An application is selected once, in one or more of its categories, each judged by one evaluator at least. */
export function selectionRules(
  values: { readonly categories: readonly SkillCategoryCode[]; readonly decidedOn: string },
  application: ApplicationFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
  const chosen = values.categories.filter((one) => application.categories.includes(one));
  return [
    undecidedRule(application.stage),
    categoryRules(values.categories, application.categories, "CATEGORY_NOT_APPLIED_FOR"),
    evaluatedRule(chosen, application, "categories"),
    decisionDayRules(values.decidedOn, application, today),
  ];
}

/** An application is rejected once, with a reason, after each of its categories was judged. */
export function rejectionRules(
  values: { readonly reason: string; readonly decidedOn: string },
  application: ApplicationFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
  return [
    undecidedRule(application.stage),
    evaluatedRule(application.categories, application, "id"),
    decisionDayRules(values.decidedOn, application, today),
    noteRule(values.reason, "reason"),
  ];
}

function evaluatedRule(
  categories: readonly SkillCategoryCode[],
  { evaluated }: ApplicationFacts,
  at: string,
): Rule<"NOT_EVALUATED"> {
  const missing = categories.filter((category) => !evaluated.has(category));
  return {
    holds: missing.length === 0,
    code: "NOT_EVALUATED",
    message: `Expected an evaluation in each category before the decision, found none in ${missing.join(", ")}.`,
    at,
  };
}

function decisionDayRules(
  day: string,
  { since, evaluated }: ApplicationFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
  const earliest = [since, ...evaluated.values()].sort().at(-1) ?? since;
  return [
    notInFuture(day, today, "decidedOn"),
    notBefore(day, earliest, "when it was received or judged last", "decidedOn"),
  ];
}
