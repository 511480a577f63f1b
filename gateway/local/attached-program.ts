import { spawn } from "node:child_process";
import { constants } from "node:os";
import { inheritedEnvironment } from "./env";

/** A program that has this process's terminal while it runs. */
export interface AttachedProgram {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs a Node program with its output passed through as it comes; returns its exit code as a shell would. */
export async function runAttached({ args, cwd, environment }: AttachedProgram): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...inheritedEnvironment(), ...environment },
    stdio: ["ignore", "inherit", "inherit"],
  });
  // A terminal sends Ctrl-C to both; a signal to this process alone is meant for the program too.
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => {
        resolve(signal ? 128 + constants.signals[signal] : (code ?? 1));
      });
    });
  } finally {
    for (const signal of signals) process.off(signal, forward);
  }
}
