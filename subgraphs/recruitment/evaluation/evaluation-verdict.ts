import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** What an evaluator concludes. */
export enum EvaluationVerdict {
  RECOMMENDED = "RECOMMENDED",
  NOT_RECOMMENDED = "NOT_RECOMMENDED",
}

registerEnumType(EvaluationVerdict, {
  name: "EvaluationVerdict",
  description: "What an evaluator concludes; the ministry decides.",
  valuesConfig: {
    RECOMMENDED: { description: "Should be selected in this category." },
    NOT_RECOMMENDED: { description: "Should not be selected in this category." },
  },
});

/** Conditions on a verdict. */
export const EvaluationVerdictFilter = enumFilter(EvaluationVerdict, "EvaluationVerdictFilter");
