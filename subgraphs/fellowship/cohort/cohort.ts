import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { SourcedFact } from "../../catalog/facts/sourced-fact";

/** The fellows of a program who set out together. */
@Entity("cohort")
@ObjectType({ description: "The fellows of a program who set out together." })
export class Cohort extends SourcedFact {
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
      "When it began, as precise as the source; the note says with what. Null where not known.",
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
      "When it ended or is planned to end, as precise as the source; null where not known.",
  })
  endsOn: string | null;

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
