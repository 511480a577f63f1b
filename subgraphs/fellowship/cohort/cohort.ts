import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { RecordedFact } from "../../catalog/facts/recorded-fact";

/** The fellows of a program who set out together: as a source tells of them, or as the office opened the cohort. */
@Entity("cohort")
@ObjectType({
  description:
    "The fellows of a program who set out together. What a source states of a cohort is not changed here; fellows can be admitted to it all the same.",
})
export class Cohort extends RecordedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Program and number, as MIKE_MANSFIELD-28." })
  id: string;

  @Column("text", { name: "program_code" })
  programCode: string;

  @Column("integer")
  @Field(() => Int, { description: "Its number in the program: 28 is 第28期." })
  number: number;

  @Column("text", { name: "starts_on", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "When it began or begins: to the day where the office opened the cohort, else as precise as the source, and the note says with what. Null where not known.",
  })
  startsOn: string | null;

  /** The first day `startsOn` may stand for. */
  @Column("date", { name: "starts_earliest", nullable: true })
  startsEarliest: string | null;

  /** The last day `startsOn` may stand for. */
  @Column("date", { name: "starts_latest", nullable: true })
  startsLatest: string | null;

  @Column("text", { name: "ends_on", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "Its last day, of the past or planned: to the day where the office opened the cohort, else as precise as the source. Null where not known.",
  })
  endsOn: string | null;

  /** The last day `endsOn` may stand for. */
  @Column("date", { name: "ends_latest", nullable: true })
  endsLatest: string | null;

  @Column("integer", { name: "fiscal_year", nullable: true })
  fiscalYearNumber: number | null;

  @Column("integer", { name: "published_fellows", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "How many fellows it has, as published; not counted from records. Null where not known.",
  })
  publishedFellows: number | null;
}
