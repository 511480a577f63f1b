import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { FellowshipPhaseCode } from "./fellowship-phase-code";
import { SourcedFact } from "../../catalog/facts/sourced-fact";

/** A part of a fellowship, as the program is described today. */
@Entity("fellowship_phase")
@ObjectType({
  description:
    "A part of a fellowship, as its source describes it; earlier cohorts may have differed.",
})
export class FellowshipPhase extends SourcedFact {
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
}
