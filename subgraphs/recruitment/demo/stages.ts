import { cycled } from "../../kit/demo/random";
import type { DemoApplication } from "./applications";

/** A stage an application reached. */
export interface Step {
  readonly stage: string;
  readonly on: string;
  readonly reason: string | null;
}

const rejections = [
  "The committee did not recommend the applicant in any category.",
  "Experience with information systems of municipalities was judged too short.",
  "References could not be confirmed.",
];

/** All stages an application reached, in order. */
export function stepsOf(application: DemoApplication, turn: number): Step[] {
  const { round, outcome, receivedAt, evaluatedOn } = application;
  const step = (stage: string, on: string, reason: string | null = null) => ({ stage, on, reason });
  const submitted = step("SUBMITTED", receivedAt.slice(0, 10));
  if (evaluatedOn === null) {
    return [submitted, step("WITHDRAWN", round.evaluated[0], "Took another post.")];
  }
  const judged = [submitted, step("EVALUATED", evaluatedOn)];
  if (outcome === "REJECTED") {
    return [...judged, step("REJECTED", round.decidedOn, cycled(rejections, turn))];
  }
  const selected = [...judged, step("SELECTED", round.decidedOn)];
  const trained = round.training.INFORMATION_SYSTEMS[1];
  return outcome === "REGISTERED"
    ? [...selected, step("TRAINED", trained), step("REGISTERED", round.registeredOn)]
    : [...selected, step("TRAINING_FAILED", trained, failureReason)];
}

/** Why the one candidate failed who did. */
export const failureReason = "Missed more than half of the course.";
