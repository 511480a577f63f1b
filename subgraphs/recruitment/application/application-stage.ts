import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** How far an application has come. */
export enum ApplicationStage {
  SUBMITTED = "SUBMITTED",
  EVALUATED = "EVALUATED",
  SELECTED = "SELECTED",
  REJECTED = "REJECTED",
  TRAINED = "TRAINED",
  TRAINING_FAILED = "TRAINING_FAILED",
  REGISTERED = "REGISTERED",
  WITHDRAWN = "WITHDRAWN",
}

registerEnumType(ApplicationStage, {
  name: "ApplicationStage",
  description: "How far an application has come.",
  valuesConfig: {
    SUBMITTED: { description: "Received." },
    EVALUATED: { description: "Every category applied for has been judged by an evaluator." },
    SELECTED: { description: "Selected in one category or more; the training follows." },
    REJECTED: { description: "Not selected. Final." },
    TRAINED: { description: "A course of each subject has been completed." },
    TRAINING_FAILED: {
      description: "A course was failed; another one may be taken, and the training completed.",
    },
    REGISTERED: { description: "Entered on the external personnel list. Final." },
    WITHDRAWN: { description: "Taken back by the applicant. Final." },
  },
});

/** Conditions on a stage. */
export const ApplicationStageFilter = enumFilter(ApplicationStage, "ApplicationStageFilter");
