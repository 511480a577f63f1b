import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { systemErrorCode } from "./failure";
import { runProgram } from "./run-program";

/** Returns whether a process runs, also one of another user. */
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

/** The command line of a process, its arguments separated by spaces; empty once the process has ended. */
export async function commandOf(pid: number): Promise<string> {
  // Small containers have no `ps`, and macOS has no `/proc`.
  if (process.platform !== "linux") return commandFromPs(pid);
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.replaceAll("\0", " ").trimEnd();
}

/** {@link commandOf} where there is no `/proc`. */
export async function commandFromPs(pid: number): Promise<string> {
  const args = ["-ww", "-o", "command=", "-p", String(pid)];
  const { code, output } = await runProgram("ps", args, { cwd: "/" });
  return code === 0 ? output.trimEnd() : "";
}
