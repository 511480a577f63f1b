import { Field, Int } from "type-graphql";
import { PrimaryColumn } from "typeorm";
import { code, day, record, text } from "../../kit/record/fields";
import { ProjectState } from "./project";

/** One step a project took; steps are only ever added. */
@record("project_state_change", "One step that a project took from state to state.")
export class ProjectStateChange {
  @PrimaryColumn("text", { name: "project_id" })
  projectId: string;

  @PrimaryColumn("integer")
  @Field(() => Int, { description: "Its place in order, from 1." })
  position: number;

  @code(ProjectState, "The state before; null where it was proposed.", { nullable: true })
  fromState: ProjectState | null;

  @code(ProjectState, "The state after.")
  toState: ProjectState;

  @day("The day of the step.")
  changedOn: string;

  @text("Why.", { nullable: true })
  reason: string | null;
}
