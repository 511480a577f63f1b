import { code, day, id, nested, optional, several, text } from "../../kit/graphql/input-fields";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { Application } from "../application/application";
import { Evaluation, EvaluationScore, EvaluationVerdict } from "../evaluation/evaluation";
import { addScores, evaluationConstraints, ScoreInput } from "../evaluation/evaluation.changes";
import { judgementRules } from "../evaluation/evaluation.rules";
import { Evaluator } from "../evaluator/evaluator";
import { changesOf, correcting, type RecruitmentChange } from "../record/recruitment-changes";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { Judgement, LockedFile } from "./candidate-file";
import {
  correctedFile,
  lockCandidateFile,
  requireFile,
  writeStages,
} from "./candidate-file.service";
import { corrected } from "./correction.rules";

/** Puts right what was recorded wrongly of evaluations. */
export const evaluationCorrections = changesOf(Evaluation, {
  correctEvaluation: correcting({
    description:
      "Puts right what was recorded wrongly of an evaluation, also after the decision, which must still rest on evaluations. The application's version changes too.",
    about: "What was recorded wrongly of an evaluation, and how it was. What is absent stays.",
    given: "What was wrong, and how it was.",
    input: {
      category: optional(code(SkillCategoryCode, "The category it was judged in.")),
      evaluator: optional(id("Who judged.")),
      scores: optional(several(nested(ScoreInput, "All its scores: 1–50, each criterion once."))),
      verdict: optional(code(EvaluationVerdict, "The conclusion.")),
      comment: optional(text("Up to 2,000 characters; null removes it.")),
      evaluatedOn: optional(day("The day it was given.")),
    },
    constraints: evaluationConstraints,
    work: async (change, input) => {
      const { file, evaluation } = await lockEvaluation(change, input);
      if (input.evaluator != null) await change.read(Evaluator, input.evaluator, "evaluator");
      const values = {
        categoryCode: input.category ?? evaluation.categoryCode,
        evaluatorId: input.evaluator ?? evaluation.evaluatorId,
        verdict: input.verdict ?? evaluation.verdict,
        comment: trimmedUnlessBlank(corrected(input.comment, evaluation.comment)),
        evaluatedOn: input.evaluatedOn ?? evaluation.evaluatedOn,
      };
      const recorded = await change.findAll(EvaluationScore, { evaluationId: evaluation.id });
      const scores = input.scores ?? recorded;
      const others = file.evaluations.filter((one) => one.id !== evaluation.id);
      const isTaken = others.some(
        (one) => one.categoryCode === values.categoryCode && one.evaluatorId === values.evaluatorId,
      );
      change.require(
        judgementRules({ ...values, category: values.categoryCode, scores }, file, change.today),
        {
          holds: !isTaken,
          code: "ALREADY_EVALUATED",
          message: `Expected an evaluator who has not judged this application in this category, received ${values.evaluatorId}.`,
          at: input.evaluator == null ? "category" : "evaluator",
        },
      );
      change.settle();
      const evaluations = [...others, { id: evaluation.id, ...values }];
      const right = await judgedSo(change, file, evaluations, async () => {
        const done = await change.update(Evaluation, evaluation, values);
        if (input.scores == null) return done;
        for (const one of recorded) await change.remove(EvaluationScore, one);
        await addScores(change, evaluation.id, scores);
        return done.version === evaluation.version ? change.touch(Evaluation, done) : done;
      });
      return right;
    },
  }),

  takeBackEvaluation: correcting({
    description:
      "Takes back an evaluation that was never given, while no decision rests on it. It answers with what was on record, which stays in the history and in the changes. The application's version changes too.",
    about: "An evaluation that was never given.",
    given: "Which evaluation.",
    input: {},
    work: async (change, input) => {
      const { file, evaluation } = await lockEvaluation(change, input);
      const others = file.evaluations.filter((one) => one.id !== evaluation.id);
      return judgedSo(change, file, others, async () => {
        const scores = await change.findAll(EvaluationScore, { evaluationId: evaluation.id });
        for (const one of scores) await change.remove(EvaluationScore, one);
        await change.remove(Evaluation, evaluation);
        return evaluation;
      });
    },
  }),
});

async function lockEvaluation(
  change: RecruitmentChange,
  input: { readonly id: string; readonly expectedVersion?: number | null },
) {
  const { applicationId } = await change.read(Evaluation, input.id);
  const file = await lockCandidateFile(change, applicationId);
  return { file, evaluation: await change.lock(Evaluation, input) };
}

/** Writes an evaluation where the file keeps the rules with it, and counts the version of the application. */
async function judgedSo(
  change: RecruitmentChange,
  file: LockedFile,
  evaluations: readonly Judgement[],
  write: () => Promise<Evaluation>,
): Promise<Evaluation> {
  const { application } = file;
  const fields = { evaluatedOn: "evaluatedOn", decidedOn: "evaluatedOn" };
  const stages = requireFile(change, file, correctedFile(file, { evaluations }), fields);
  change.settle();
  const evaluation = await write();
  const after = await writeStages(change, file, stages);
  if (after.version === application.version) await change.touch(Application, after);
  return evaluation;
}
