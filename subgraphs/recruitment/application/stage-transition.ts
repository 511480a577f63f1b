import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateScalar, DateTimeScalar } from "../../kit/graphql/scalars";
import { ApplicationStage } from "./application-stage";

/** A stage that an application reached. Never changed, never removed. */
@Entity("stage_transition")
@ObjectType({ description: "A stage that an application reached. Never changed, never removed." })
export class StageTransition {
  @PrimaryColumn("text", { name: "application_id" })
  applicationId: string;

  @PrimaryColumn("integer")
  @Field(() => Int, { description: "Its number among the application's stages, from 1." })
  number: number;

  @Column("text")
  @Field(() => ApplicationStage, { description: "The stage reached." })
  stage: ApplicationStage;

  @Column("date", { name: "effective_on" })
  @Field(() => DateScalar, { description: "The day on which it was reached." })
  on: string;

  @Column("timestamptz", { name: "recorded_at" })
  @Field(() => DateTimeScalar, { description: "When that was recorded." })
  at: Date;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The reason given, if any." })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Who recorded it, as they called themselves; null where it was loaded.",
  })
  by: string | null;
}
