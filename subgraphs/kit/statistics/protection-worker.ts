import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { protectedView, type ReleasedView } from "./released-view";
import type { TableToProtect } from "./table-to-protect";

/** What the thread answers to each table that it is sent. */
export type ProtectionOutcome = { readonly view: ReleasedView } | { readonly error: Error };

// On Linux a thread has a priority of its own: the thread that answers requests comes first.
if (process.platform === "linux") setPriority(10);

// The program of a `ProtectionThread`.
parentPort?.on("message", (table: TableToProtect) => {
  parentPort?.postMessage(outcomeOf(table));
});

function outcomeOf(table: TableToProtect): ProtectionOutcome {
  try {
    return { view: protectedView(table) };
  } catch (error) {
    return { error: error as Error };
  }
}
