import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** How far an application has come. */
export const ApplicationStage = codes("ApplicationStage", "How far an application has come.", {
  SUBMITTED: "Received.",
  EVALUATED: "Every category applied for has been judged by an evaluator.",
  SELECTED: "Selected in one category or more; the training follows.",
  REJECTED: "Not selected. Final.",
  TRAINED: "A course of each subject has been completed.",
  TRAINING_FAILED: "A course was failed; another one can be taken, and the training completed.",
  REGISTERED: "Entered on the external personnel list. Final.",
  WITHDRAWN: "Taken back by the applicant. Final.",
});

/** A code of {@link ApplicationStage}. */
export type ApplicationStage = CodeOf<typeof ApplicationStage>;

/** Conditions on a stage. */
export const ApplicationStageFilter = enumFilter(ApplicationStage, "ApplicationStageFilter");
