import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { Evaluation } from "./evaluation";
import { EvaluationScore } from "./evaluation-score";

/** The evaluations of applications, in the order they were given, by application. */
export const evaluationsByApplicationId: DatabaseLoader<string, Evaluation[]> = {
  name: "evaluationsByApplicationId",
  batch: async (ids, database) => {
    const evaluations = await database.getRepository(Evaluation).find({
      where: { applicationId: In([...ids]) },
      order: { evaluatedOn: "ASC", id: "ASC" },
      comment: "evaluationsByApplicationId",
    });
    return rowsOfKeys(ids, evaluations, ({ applicationId }) => applicationId);
  },
};

/** The scores of evaluations, in the order they were given, by evaluation. */
export const scoresByEvaluationId: DatabaseLoader<string, EvaluationScore[]> = {
  name: "scoresByEvaluationId",
  batch: async (ids, database) => {
    const scores = await database.getRepository(EvaluationScore).find({
      where: { evaluationId: In([...ids]) },
      order: { position: "ASC" },
      comment: "scoresByEvaluationId",
    });
    return rowsOfKeys(ids, scores, ({ evaluationId }) => evaluationId);
  },
};
