import { shown } from "../../kit/errors";
import { normalForm } from "../../kit/normal-form";
import { notBefore, notInFuture } from "../../kit/rules/day.rules";
import type { Rules } from "../../kit/rules/rule";
import { nameRule, optionalNoteRule } from "../../kit/rules/text.rules";
import type { ApplicationFacts } from "../application/application.rules";
import { undecidedRule } from "../application/stage.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** The most criteria of an evaluation. */
export const mostScores = 50;

/** A score as given. */
export interface ScoreValues {
  readonly criterion: string;
  readonly score: number;
}

/** What an evaluation says. */
export interface EvaluationValues {
  readonly category: SkillCategoryCode;
  readonly scores: readonly ScoreValues[];
  readonly comment?: string | null | undefined;
  readonly evaluatedOn: string;
}

/** An application is judged from its receipt to its decision, in a category it is for, with 1–50 scores. */
export function evaluationRules(
  values: EvaluationValues,
  application: Pick<ApplicationFacts, "stage" | "categories"> & { readonly receivedOn: string },
  today: string,
): Rules<RecruitmentErrorCode> {
  return [
    undecidedRule(application.stage, "application"),
    judgementRules(values, application, today),
  ];
}

/** What was judged: a category that the application is for, from its receipt on, with 1–50 scores. */
export function judgementRules(
  values: EvaluationValues,
  application: Pick<ApplicationFacts, "categories"> & { readonly receivedOn: string },
  today: string,
): Rules<RecruitmentErrorCode> {
  const { category, scores, comment, evaluatedOn } = values;
  return [
    {
      holds: application.categories.includes(category),
      code: "CATEGORY_NOT_APPLIED_FOR",
      message: `Expected a category of ${application.categories.join(", ")}, received ${category}.`,
      at: "category",
    },
    notInFuture(evaluatedOn, today, "evaluatedOn"),
    notBefore(evaluatedOn, application.receivedOn, "the day of receipt", "evaluatedOn"),
    scoreRules(scores),
    optionalNoteRule(comment, "comment"),
  ];
}

function scoreRules(scores: readonly ScoreValues[]): Rules<RecruitmentErrorCode> {
  if (scores.length > mostScores) {
    const message = `Expected scores under ${mostScores} criteria at most, received ${scores.length}.`;
    return [{ holds: false, code: "TOO_MANY_SCORES", message, at: "scores" }];
  }
  const criteria = scores.map(({ criterion }) => normalForm(criterion.trim()));
  const repeated = scores
    .find((_score, index) => criteria.indexOf(criteria[index] ?? "") < index)
    ?.criterion.trim();
  const outside = scores.find(({ score }) => score < 0 || score > 100);
  return [
    {
      holds: scores.length > 0,
      code: "NO_SCORE",
      message: "Expected a score under one criterion at least, received none.",
      at: "scores",
    },
    {
      holds: repeated === undefined,
      code: "DUPLICATE_CRITERION",
      message: `Expected each criterion once, received ${shown(repeated)} twice.`,
      at: "scores",
    },
    {
      holds: outside === undefined,
      code: "SCORE_OUT_OF_RANGE",
      message: `Expected scores from 0 to 100, received ${outside?.score ?? ""} for ${shown(outside?.criterion)}.`,
      at: "scores",
    },
    ...scores.map(({ criterion }) => nameRule(criterion, "scores")),
  ];
}
