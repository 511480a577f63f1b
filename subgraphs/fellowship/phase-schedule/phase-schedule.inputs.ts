import { Field, ID, InputType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { FellowshipPhaseCode } from "../phase/fellowship-phase-code";

/** A phase to schedule. */
@InputType({ description: "A phase of its program that a cohort is to go through." })
export class SchedulePhaseInput extends MutationInput {
  @Field(() => ID, { description: "The cohort's id, as MIKE_MANSFIELD-29." })
  cohort: string;
  @Field(() => FellowshipPhaseCode, { description: "Which phase." })
  phase: FellowshipPhaseCode;
  @Field(() => DateScalar, { description: "The first day." })
  from: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null = open.",
  })
  to?: string | null;
}

/** New days of a phase. */
@InputType({ description: "New days of a scheduled phase; what is not given stays." })
export class ReschedulePhaseInput extends ChangeInput {
  @Field(() => DateScalar, { nullable: true, description: "The first day." })
  from?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null opens it, not given leaves it.",
  })
  to?: string | null;
}
