import { DeclaredList } from "../../kit/record/declared-list";
import { Evaluator } from "./evaluator";

/** All evaluators, by name. */
export const evaluators = new DeclaredList(Evaluator, {
  plural: "evaluators",
  order: ["NAME"],
  ordered: "by name",
  known: { table: "evaluator" },
});
