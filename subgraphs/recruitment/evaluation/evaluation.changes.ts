import {
  code,
  day,
  id,
  nested,
  optional,
  several,
  text,
  whole,
  inputType,
} from "../../kit/graphql/input-fields";
import type { Change } from "../../kit/mutation/change";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { Application } from "../application/application";
import { factsOf, isEvaluated, reachStage } from "../application/application.service";
import { ApplicationStage } from "../application/application-stage";
import { Evaluator } from "../evaluator/evaluator";
import { adding, changesOf } from "../record/recruitment-changes";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { Evaluation, EvaluationScore, EvaluationVerdict } from "./evaluation";
import { evaluationRules, type ScoreValues } from "./evaluation.rules";

const onceEach = "an evaluator who has not judged this application in this category";

/** What the constraints on evaluations mean to a caller; the rules themselves are checked before. */
export const evaluationConstraints = {
  evaluation_once: atTheSameMoment("ALREADY_EVALUATED", onceEach, "evaluator"),
};

/** A score as it is given. */
export const ScoreInput = inputType("EvaluationScoreInput", "A score under one criterion.", {
  criterion: text("What was judged; 1–200 characters."),
  score: whole("From 0 (worst) to 100 (best)."),
});

/** What the committee does with applications. */
export const evaluationChanges = changesOf(Evaluation, {
  recordEvaluation: adding({
    description:
      "Records what an evaluator says of an application in one of its categories, before the decision. Once each category was judged, the application is EVALUATED. The application's version changes too.",
    about: "What an evaluator says of an application in one of its categories.",
    given: "The evaluation.",
    input: {
      application: id("The application; not decided yet."),
      category: code(SkillCategoryCode, "The category it is judged in."),
      evaluator: id("Who judges. An evaluator judges an application once in each category."),
      scores: several(nested(ScoreInput, "1–50, each criterion once.")),
      verdict: code(EvaluationVerdict, "The conclusion."),
      comment: optional(text("Up to 2,000 characters.")),
      evaluatedOn: optional(
        day("The day it was given; not in the future. Default: today in Asia/Tokyo."),
      ),
    },
    constraints: evaluationConstraints,
    // Locks the application, whose version is counted, so that nobody decides on what they have not seen.
    work: async (change, input) => {
      const { application: applicationId, evaluator: evaluatorId, category, scores } = input;
      const of = { id: applicationId };
      const application = await change.lock(Application, of, "input", "application");
      await change.read(Evaluator, evaluatorId, "evaluator");
      const evaluatedOn = input.evaluatedOn ?? change.today;
      const { receivedOn, synthetic } = application;
      const facts = { ...(await factsOf(change, application)), receivedOn };
      const categoryCode = category;
      const key = { applicationId, categoryCode, evaluatorId };
      change.require(evaluationRules({ ...input, evaluatedOn }, facts, change.today), {
        holds: !(await change.isThere(Evaluation, key)),
        code: "ALREADY_EVALUATED",
        message: `Expected ${onceEach}, received ${evaluatorId}.`,
        at: "evaluator",
      });
      const { verdict } = input;
      const comment = trimmed(input.comment);
      const values = { ...key, verdict, comment, evaluatedOn, synthetic };
      const evaluation = await change.insert(Evaluation, values);
      await addScores(change, evaluation.id, scores);
      await countEvaluation(change, application);
      return evaluation;
    },
  }),
});

/** Adds the scores of an evaluation. */
export async function addScores(
  change: Change<RecruitmentErrorCode>,
  evaluationId: string,
  scores: readonly ScoreValues[],
): Promise<void> {
  for (const [index, { criterion, score }] of scores.entries()) {
    const row = { evaluationId, position: index + 1, criterion: trimmed(criterion), score };
    await change.insert(EvaluationScore, row);
  }
}

/** With an evaluation the application can be EVALUATED; in any case its version is counted. */
async function countEvaluation(
  change: Change<RecruitmentErrorCode>,
  application: Application,
): Promise<Application> {
  const facts = await factsOf(change, application);
  if (!isEvaluated(facts)) return change.touch(Application, application);
  const on = [facts.since, ...facts.evaluated.values()].sort().at(-1) ?? facts.since;
  return reachStage(change, application, { stage: ApplicationStage.EVALUATED, on });
}
