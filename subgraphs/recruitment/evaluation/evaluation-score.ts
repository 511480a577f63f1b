import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The score of an evaluation under one criterion. */
@Entity("evaluation_score")
@ObjectType({ description: "The score of an evaluation under one criterion." })
export class EvaluationScore {
  @PrimaryColumn("text", { name: "evaluation_id" })
  evaluationId: string;

  @PrimaryColumn("integer")
  position: number;

  @Column("text")
  @Field(() => String, { description: "What was judged." })
  criterion: string;

  @Column("integer")
  @Field(() => Int, { description: "From 0 (worst) to 100 (best)." })
  score: number;
}
