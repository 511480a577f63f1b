import { personBy } from "../../kit/access/persons-seen";
import { queries } from "../../kit/record/declared-fields";
import { oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { persons } from "../record/policies";
import { Evaluator } from "./evaluator";
import { evaluatorChanges } from "./evaluator.changes";
import { evaluators } from "./evaluator.list";

/** The experts of the external evaluation committee. */
export const evaluatorModule: Module = {
  entities: [Evaluator],
  resolvers: [
    queries({
      evaluator: oneKnownByKey(
        Evaluator,
        "The evaluator with this id; null where there is none.",
        "Of the evaluator.",
      ),
      evaluators: evaluators.all({ description: "All evaluators." }),
    }),
    evaluatorChanges,
  ],
  access: { Evaluator: persons },
  persons: {
    Evaluator: personBy("id" satisfies keyof Evaluator, (id) => `evaluator:${id}`),
  },
  writable: { evaluator: "INSERT, UPDATE, DELETE" },
};
