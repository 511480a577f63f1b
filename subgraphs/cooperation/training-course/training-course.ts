import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A course for officials of developing countries. */
@Entity("training_course")
@ObjectType({
  description: "A course on personnel administration for officials of developing countries.",
})
export class TrainingCourse {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Its code (ours)." })
  code: string;

  @Column("integer")
  position: number;

  @Column("text", { name: "name_en", nullable: true })
  nameEn: string | null;

  @Column("text", { name: "name_ja", nullable: true })
  nameJa: string | null;

  @Column("integer", { name: "first_fiscal_year", nullable: true })
  @Field(() => Int, { nullable: true, description: "The fiscal year it was first held in." })
  firstFiscalYear: number | null;

  @Column("text", { name: "source_id" })
  sourceId: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Former names and what the source leaves open.",
  })
  note: string | null;
}
