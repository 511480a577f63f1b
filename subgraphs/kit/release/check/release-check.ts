import loadHighs from "highs";
import { Deadline } from "../../disclosure/known/deadline";
import type { CheckOutcome, CheckTask } from "./check-task";
import { checkTables } from "./check-tables";

/** Checks tables to publish against the last release. */
export type ReleaseCheck = (task: CheckTask) => Promise<CheckOutcome>;

/** Seconds that a check may take. */
export const longestCheck = 6;

/** Checks at once, on the thread that asks. */
export const checkHere: ReleaseCheck = async (task) => {
  const highs = await loadHighs();
  return checkTables(task, highs, new Deadline(longestCheck * 1_000));
};
