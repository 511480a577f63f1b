import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { MutationInput } from "../../kit/mutation/inputs";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { EvaluationVerdict } from "./evaluation-verdict";

/** A score under one criterion. */
@InputType({ description: "A score under one criterion." })
export class EvaluationScoreInput {
  @Field(() => String, { description: "What was judged; 1–200 characters." })
  criterion: string;
  @Field(() => Int, { description: "From 0 (worst) to 100 (best)." })
  score: number;
}

/** What an evaluator says of an application. */
@InputType({ description: "What an evaluator says of an application in one of its categories." })
export class RecordEvaluationInput extends MutationInput {
  @Field(() => ID, { description: "The application; not decided yet." })
  application: string;
  @Field(() => SkillCategoryCode, { description: "The category it is judged in." })
  category: SkillCategoryCode;
  @Field(() => ID, { description: "Who judges; once an application and category." })
  evaluator: string;
  @Field(() => [EvaluationScoreInput], { description: "1–50, each criterion once." })
  scores: EvaluationScoreInput[];
  @Field(() => EvaluationVerdict, { description: "The conclusion." })
  verdict: EvaluationVerdict;
  @Field(() => String, { nullable: true, description: "Up to 2,000 characters." })
  comment?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it was given; not in the future. Default: today in Asia/Tokyo.",
  })
  evaluatedOn?: string | null;
}
