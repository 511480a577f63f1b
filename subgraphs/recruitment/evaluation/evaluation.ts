import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { EvaluationVerdict } from "./evaluation-verdict";

/** What one evaluator says of one application in one category; given once. */
@Entity("evaluation")
@ObjectType({
  description: "What one evaluator says of one application in one category; given once.",
})
export class Evaluation extends StoredRecord {
  @Column("text", { name: "application_id" })
  applicationId: string;

  @Column("text", { name: "category_code" })
  categoryCode: SkillCategoryCode;

  @Column("text", { name: "evaluator_id" })
  evaluatorId: string;

  @Column("text")
  @Field(() => EvaluationVerdict, { description: "The conclusion." })
  verdict: EvaluationVerdict;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What the evaluator adds, if anything." })
  comment: string | null;

  @Column("date", { name: "evaluated_on" })
  @Field(() => DateScalar, { description: "The day it was given." })
  evaluatedOn: string;
}
