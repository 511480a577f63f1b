import { readFile } from "node:fs/promises";
import { systemErrorCode } from "./failure";
import { runProgram } from "./run-program";

/** Tells whether a process exists, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === "EPERM";
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
