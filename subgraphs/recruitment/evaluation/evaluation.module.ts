import { personBy } from "../../kit/access/persons-seen";
import { DeclaredList } from "../../kit/record/declared-list";
import { fieldsOf } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { rowsBy } from "../../kit/record/by-key";
import { loaded } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Application } from "../application/application";
import { applicantOf, applications } from "../application/application.list";
import { Evaluator } from "../evaluator/evaluator";
import { evaluators } from "../evaluator/evaluator.list";
import { evaluations } from "../record/policies";
import { mostCategories } from "../skill-standard/skill-category-code";
import { Evaluation, EvaluationScore } from "./evaluation";
import { evaluationChanges } from "./evaluation.changes";
import { mostScores } from "./evaluation.rules";

/** All evaluations, in the order they were given. */
const evaluationList = new DeclaredList(Evaluation, {
  plural: "evaluations",
  order: ["EVALUATED_ON"],
  known: { table: "evaluation" },
});

/** The evaluations of applications, in the order they were given, by application. */
const evaluationsByApplicationId = rowsBy(
  "evaluationsByApplicationId",
  Evaluation,
  "applicationId",
  { order: { evaluatedOn: "ASC", id: "ASC" } },
);

/** The scores of evaluations, in the order they were given, by evaluation. */
const scoresByEvaluationId = rowsBy("scoresByEvaluationId", EvaluationScore, "evaluationId", {
  order: { position: "ASC" },
});

evaluationList.relatesTo({
  application: one(applications, {
    key: "application_id",
    ofSamePerson: true,
    description: "By the application judged.",
  }),
  evaluator: one(evaluators, { key: "evaluator_id", description: "By who judged." }),
});
applications.relatesTo({
  evaluations: many(evaluationList, {
    toKey: "application_id",
    ofSamePerson: true,
    description: "By what the external evaluators say of it.",
  }),
});
evaluators.relatesTo({
  evaluations: many(evaluationList, {
    toKey: "evaluator_id",
    description: "By the evaluator's judgements.",
  }),
});

/** What the external evaluation committee says of applications. */
export const evaluationModule: Module = {
  entities: [Evaluation, EvaluationScore],
  resolvers: [
    fieldsOf(Evaluation, {
      scores: loaded(
        () => [EvaluationScore],
        "The scores, one a criterion.",
        scoresByEvaluationId,
        ({ id }: Evaluation) => id,
      ),
    }),
    fieldsOf(Application, {
      evaluations: loaded(
        () => [Evaluation],
        "What the external evaluators say of it, in the order it was given.",
        evaluationsByApplicationId,
        ({ id }: Application) => id,
      ),
    }),
    fieldsOf(Evaluator, {
      evaluations: evaluationList.by("evaluator_id").all(({ id }: Evaluator) => id, {
        description: "The evaluator's judgements.",
      }),
    }),
    evaluationChanges,
  ],
  access: { Evaluation: evaluations, EvaluationScore: evaluations },
  persons: {
    Evaluation: personBy("applicationId" satisfies keyof Evaluation, applicantOf),
  },
  listSizes: {
    // One a category and evaluator: a dozen evaluators for each category.
    "Application.evaluations": 12 * mostCategories,
    "Evaluation.scores": mostScores,
  },
  writable: { evaluation: "INSERT, UPDATE, DELETE", evaluation_score: "INSERT, UPDATE, DELETE" },
};
