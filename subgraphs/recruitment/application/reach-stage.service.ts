import type { RecruitmentChange } from "../record/record.service";
import { Application } from "./application";
import { lastStage } from "./application-facts.service";
import type { ApplicationStage } from "./application-stage";
import { StageTransition } from "./stage-transition";

/** A stage to reach. */
interface Step {
  readonly stage: ApplicationStage;
  /** The day on which it is reached. */
  readonly on: string;
  readonly reason?: string | null;
  /** The day of the decision, where the stage is one. */
  readonly decidedOn?: string;
}

/** Takes a locked application to a stage, and keeps that it was reached. */
export async function reachStage(
  change: RecruitmentChange,
  application: Application,
  { stage, on, reason = null, decidedOn }: Step,
): Promise<Application> {
  change.settle();
  const { number } = await lastStage(change, application.id);
  await change.insert(StageTransition, {
    applicationId: application.id,
    number: number + 1,
    stage,
    on,
    at: change.now,
    reason,
  });
  return change.update(Application, application, {
    stage,
    ...(decidedOn !== undefined && { decidedOn }),
  });
}
