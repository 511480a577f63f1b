import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Application } from "../application/application";
import { factsOf, isEvaluated } from "../application/application-facts.service";
import { ApplicationStage } from "../application/application-stage";
import { reachStage } from "../application/reach-stage.service";
import { Evaluator } from "../evaluator/evaluator";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { isThere, read, type RecruitmentChange } from "../record/record.service";
import { trimmed } from "../record/text.rules";
import { Evaluation } from "./evaluation";
import { EvaluationScore } from "./evaluation-score";
import type { RecordEvaluationInput } from "./evaluation.inputs";
import { checkEvaluation } from "./evaluation.rules";

const onceEach = "an evaluator who has not judged this application in this category";

/**
 * Records what an evaluator says. With it the application may be EVALUATED; be it or not, its version is counted, so
 * that nobody decides on what they have not seen. Locks the application.
 */
export const recordEvaluation: ChangeDefinition<
  RecordEvaluationInput,
  Evaluation,
  RecruitmentErrorCode
> = {
  name: "recordEvaluation",
  node: Evaluation,
  constraints: { evaluation_once: atTheSameMoment("ALREADY_EVALUATED", onceEach, "evaluator") },
  work: async (change, input) => {
    const { application: applicationId, evaluator: evaluatorId, category: categoryCode } = input;
    const of = { id: applicationId };
    const application = await change.lock(Application, of, "input", "application");
    await read(change, Evaluator, evaluatorId, "evaluator");
    const evaluatedOn = input.evaluatedOn ?? change.today;
    const { receivedOn } = application;
    const facts = await factsOf(change, application);
    const { scores, comment } = input;
    const values = { category: categoryCode, scores, comment, evaluatedOn };
    change.refuse(checkEvaluation(values, { ...facts, receivedOn }, change.today));
    change.check(
      !(await isThere(change, Evaluation, { applicationId, categoryCode, evaluatorId })),
      "ALREADY_EVALUATED",
      `Expected ${onceEach}, received ${evaluatorId}.`,
      ...["input", "evaluator"],
    );
    const evaluation = await change.insert(Evaluation, {
      applicationId,
      categoryCode,
      evaluatorId,
      verdict: input.verdict,
      comment: trimmed(comment),
      evaluatedOn,
      synthetic: application.synthetic,
    });
    await addScores(change, evaluation.id, scores);
    await countEvaluation(change, application);
    return evaluation;
  },
};

async function addScores(
  change: RecruitmentChange,
  evaluationId: string,
  scores: RecordEvaluationInput["scores"],
): Promise<void> {
  for (const [index, { criterion, score }] of scores.entries()) {
    const row = { evaluationId, position: index + 1, criterion: trimmed(criterion), score };
    await change.insert(EvaluationScore, row);
  }
}

async function countEvaluation(
  change: RecruitmentChange,
  application: Application,
): Promise<Application> {
  const facts = await factsOf(change, application);
  if (!isEvaluated(facts)) return change.touch(Application, application);
  const on = [facts.since, ...facts.evaluated.values()].sort().at(-1) ?? facts.since;
  return reachStage(change, application, { stage: ApplicationStage.EVALUATED, on });
}
