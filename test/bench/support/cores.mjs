// Which processor cores what runs on: the process that is measured has the last one for itself.
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { familyOf } from "./processes.mjs";

const last = availableParallelism() - 1;

/** The core of what is measured, as taskset takes it. */
export const measuredCore = String(last);

/** Keeps this process, and all that it has started or will start, off the core of what is measured. */
export function leaveMeasuredCore() {
  if (last === 0) throw new Error("Two processor cores are needed: one is for what is measured.");
  const others = last === 1 ? "0" : `0-${last - 1}`;
  for (const { pid } of familyOf(process.pid)) {
    spawnSync("taskset", ["-a", "-p", "-c", others, String(pid)], { stdio: "ignore" });
  }
}
