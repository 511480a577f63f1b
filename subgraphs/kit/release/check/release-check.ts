import loadHighs from "highs";
import { Deadline } from "../../disclosure/known/deadline";
import type { CheckOutcome, CheckTask } from "./check-task";
import { checkTables } from "./check-tables";

/** Checks tables to publish against the last release. */
export type ReleaseCheck = (task: CheckTask) => Promise<CheckOutcome>;

/** Seconds that a check may take, those that it waits for others included. */
export const longestCheck = 6;

/** A check, and the milliseconds that it may take. */
export interface TimedCheck {
  readonly task: CheckTask;
  readonly milliseconds: number;
}

/** Checks at once, on the thread that asks. */
export async function checkHere(
  task: CheckTask,
  milliseconds = longestCheck * 1_000,
): Promise<CheckOutcome> {
  const highs = await loadHighs();
  return checkTables(task, highs, new Deadline(milliseconds));
}
