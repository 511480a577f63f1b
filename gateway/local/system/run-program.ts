import { spawn } from "node:child_process";
import type { Identity } from "./identity";

/** How a program that runs to its end is started. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly identity?: Identity | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How a program ended, with all it wrote; `code` is `undefined` when it could not run or was killed. */
export interface ProgramResult {
  readonly code: number | undefined;
  readonly output: string;
}

/** Runs a program to its end. Never rejects: a program that cannot start is a result without a code. */
export function runProgram(
  file: string,
  args: readonly string[],
  { cwd, identity, signal }: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      // Its own process group: Ctrl-C in a terminal must reach the stack, which then decides.
      detached: true,
      ...(identity && { uid: identity.uid, gid: identity.gid }),
      ...(signal && { signal }),
    });
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => resolve({ code: undefined, output: output + error.message }));
    child.once("close", (code) => resolve({ code: code ?? undefined, output }));
  });
}
