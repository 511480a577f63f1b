import { parentPort } from "node:worker_threads";
import { protectedView, type ReleasedView } from "./released-view";
import type { TableToProtect } from "./table-to-protect";
import type { TaskOutcome } from "./task-thread";
import { giveWay } from "./give-way";

giveWay();

// The program of a thread that protects tables.
parentPort?.on("message", (table: TableToProtect) => {
  parentPort?.postMessage(outcomeOf(table));
});

function outcomeOf(table: TableToProtect): TaskOutcome<ReleasedView> {
  try {
    return { result: protectedView(table) };
  } catch (error) {
    return { error: error as Error };
  }
}
