import { setPriority } from "node:os";

/** Lets the thread that answers requests come before this one. On Linux a thread has a priority of its own. */
export function giveWay(): void {
  if (process.platform === "linux") setPriority(10);
}
