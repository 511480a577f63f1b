// Which processor cores what runs on: the process that is measured has the last one for itself.
import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

const last = availableParallelism() - 1;

/** The core of what is measured, as taskset takes it. */
export const measuredCore = String(last);

/** Keeps this process, and what it starts from now on, off the core of what is measured. */
export function leaveMeasuredCore() {
  if (last === 0) throw new Error("Two processor cores are needed: one is for what is measured.");
  const others = last === 1 ? "0" : `0-${last - 1}`;
  execFileSync("taskset", ["-a", "-p", "-c", others, String(process.pid)], { stdio: "ignore" });
}
