import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { code, day, hidden, record, reference, text, whole } from "../../kit/record/fields";
import { Application } from "../application/application";
import { Evaluator } from "../evaluator/evaluator";
import { SkillCategory } from "../skill-standard/skill-category";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** What an evaluator concludes. */
export const EvaluationVerdict = codes(
  "EvaluationVerdict",
  "What an evaluator concludes; the ministry decides.",
  {
    RECOMMENDED: "Should be selected in this category.",
    NOT_RECOMMENDED: "Should not be selected in this category.",
  },
);

/** A code of {@link EvaluationVerdict}. */
export type EvaluationVerdict = CodeOf<typeof EvaluationVerdict>;

enumFilter(EvaluationVerdict, "EvaluationVerdictFilter");

/** What one evaluator says of one application in one category; given once. */
@record("evaluation", "What one evaluator says of one application in one category; given once.")
export class Evaluation extends StoredRecord {
  @reference(() => Application, "The application judged.")
  applicationId: string;

  @reference(() => SkillCategory, "The category it was judged in.", {
    filter: "By category.",
    codeList: SkillCategoryCode,
  })
  categoryCode: SkillCategoryCode;

  @reference(() => Evaluator, "Who judged.")
  evaluatorId: string;

  @code(EvaluationVerdict, "The conclusion.", { filter: "By conclusion." })
  verdict: EvaluationVerdict;

  @text("What the evaluator adds, if anything.", { nullable: true })
  comment: string | null;

  @day("The day it was given.", {
    filter: "By the day they were given.",
    order: "By the day they were given.",
  })
  evaluatedOn: string;
}

/** The score of an evaluation under one criterion. */
@record("evaluation_score", "The score of an evaluation under one criterion.")
export class EvaluationScore {
  @hidden("text", { primary: true })
  evaluationId: string;

  @hidden("integer", { primary: true })
  position: number;

  @text("What was judged.")
  criterion: string;

  @whole("From 0 (worst) to 100 (best).")
  score: number;
}
