import { parentPort } from "node:worker_threads";
import type { TaskOutcome } from "../../statistics/task-thread";
import type { CheckOutcome } from "./check-task";
import { checkHere, type TimedCheck } from "./release-check";
import { giveWay } from "../../statistics/give-way";

giveWay();

// The program of the thread that checks tables.
parentPort?.on("message", (task: TimedCheck) => {
  void outcomeOf(task).then((outcome) => {
    parentPort?.postMessage(outcome);
  });
});

async function outcomeOf({ task, milliseconds }: TimedCheck): Promise<TaskOutcome<CheckOutcome>> {
  try {
    return { result: await checkHere(task, milliseconds) };
  } catch (error) {
    return { error: error as Error };
  }
}
