import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { FellowshipPhaseCode } from "./fellowship-phase-code";

/** A part of a fellowship, as the program is described today. */
@Entity("fellowship_phase")
@ObjectType({
  description:
    "A part of a fellowship, as its source describes it; earlier cohorts may have differed.",
})
export class FellowshipPhase {
  @PrimaryColumn("text", { name: "program_code" })
  programCode: string;

  @PrimaryColumn("text")
  @Field(() => FellowshipPhaseCode, { description: "Its code (ours)." })
  code: FellowshipPhaseCode;

  @Column("integer")
  @Field(() => Int, { description: "Its place among the parts of the program, from 1." })
  position: number;

  @Column("text")
  @Field(() => String, { description: "Where it takes place, in English." })
  place: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "How long it lasts, as an ISO 8601 duration such as P7W or P10M; null where not known.",
  })
  duration: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What is done in it, and what other sources say.",
  })
  note: string | null;

  @Column("text", { name: "source_id" })
  sourceId: string;
}
