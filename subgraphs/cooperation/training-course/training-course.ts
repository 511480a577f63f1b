import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { NamedFact } from "../../catalog/facts/sourced-fact";

/** A course for officials of developing countries. */
@Entity("training_course")
@ObjectType({
  description: "A course on personnel administration for officials of developing countries.",
})
export class TrainingCourse extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Its code (ours)." })
  code: string;

  @Column("integer")
  position: number;

  @Column("integer", { name: "first_fiscal_year", nullable: true })
  @Field(() => Int, { nullable: true, description: "The fiscal year it was first held in." })
  firstFiscalYear: number | null;
}
