import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { FellowshipPhaseCode } from "../phase/fellowship-phase-code";

/** When a cohort goes through a phase of its program. */
@Entity("phase_schedule")
@ObjectType({ description: "When a cohort goes through a phase of its program." })
export class PhaseSchedule extends StoredRecord {
  @Column("text", { name: "cohort_id" })
  cohortId: string;

  @Column("text", { name: "program_code" })
  programCode: string;

  @Column("text", { name: "phase_code" })
  phaseCode: FellowshipPhaseCode;

  @Column("date", { name: "from_date" })
  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Column("date", { name: "to_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null = open.",
  })
  to: string | null;
}
