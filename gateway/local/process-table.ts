import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { systemErrorCode } from "./failure";
import { runProgram } from "./run-program";

/** Tells whether a process runs, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) !== "EPERM") return false;
  }
  return !hasEnded(pid);
}

/** A container without an init process keeps the entries of ended processes for ever. */
function hasEnded(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

/** The parent of a process, or `undefined` when the process has ended. */
export async function parentOf(pid: number): Promise<number | undefined> {
  if (process.platform === "linux") {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const parent = /^PPid:\s*(\d+)$/m.exec(status)?.[1];
    return parent === undefined ? undefined : Number(parent);
  }
  const { code, output } = await runProgram("ps", ["-o", "ppid=", "-p", String(pid)], { cwd: "/" });
  return code === 0 ? Number(output) : undefined;
}
