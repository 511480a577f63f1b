import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { ProjectState } from "./project-state";

/** One step a project took; steps are only ever added. */
@Entity("project_state_change")
@ObjectType({ description: "One step that a project took from state to state." })
export class ProjectStateChange {
  @PrimaryColumn("text", { name: "project_id" })
  projectId: string;

  @PrimaryColumn("integer")
  @Field(() => Int, { description: "Its place in order, from 1." })
  position: number;

  @Column("text", { name: "from_state", nullable: true })
  @Field(() => ProjectState, {
    nullable: true,
    description: "The state before; null where it was proposed.",
  })
  fromState: ProjectState | null;

  @Column("text", { name: "to_state" })
  @Field(() => ProjectState, { description: "The state after." })
  toState: ProjectState;

  @Column("date", { name: "changed_on" })
  @Field(() => DateScalar, { description: "The day of the step." })
  changedOn: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Why." })
  reason: string | null;
}
