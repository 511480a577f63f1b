import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import type { Identity } from "./identity";

/** A signal that asks a process to end, and how long to wait for that before the next one. */
export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly milliseconds: number;
}

/** Where a process wrote a line. */
export type OutputStream = "stdout" | "stderr";

/** How a long-running process is started. */
export interface ManagedProcessOptions {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly logFile: string;
  /** From the politest to the last resort. */
  readonly stopSteps: readonly StopStep[];
  readonly identity?: Identity | undefined;
  /** A channel whose end shows the process that its parent is gone. */
  readonly ipc?: boolean;
  readonly onLine?: (line: string, stream: OutputStream) => void;
}

/** How a process ended: an exit code, a signal, or why it never ran. */
export type ProcessExit =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: NodeJS.Signals }
  | { readonly kind: "unstarted"; readonly reason: string };

const keptLines = 10;

/** A process with its own log file that can be awaited, stopped step by step, and killed. */
export class ManagedProcess {
  readonly name: string;
  /** Resolves when the process has ended and its last lines have been read; never rejects. */
  readonly exited: Promise<ProcessExit>;
  readonly #child: ChildProcess;
  readonly #stopSteps: readonly StopStep[];
  readonly #lines: string[] = [];

  constructor(options: ManagedProcessOptions) {
    const { file, args, cwd, environment, identity, ipc } = options;
    this.name = options.name;
    this.#stopSteps = options.stopSteps;
    this.#child = spawn(file, args, {
      cwd,
      env: environment,
      stdio: ["ignore", "pipe", "pipe", ...(ipc ? (["ipc"] as const) : [])],
      // Its own process group: Ctrl-C in a terminal must reach the stack, which stops all in order.
      detached: true,
      ...(identity && { uid: identity.uid, gid: identity.gid }),
    });
    this.#record(options);
    this.exited = exitOf(this.#child);
  }

  /** The process id, 0 when it never ran. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The last lines it wrote, oldest first. */
  lastLines(): readonly string[] {
    return this.#lines;
  }

  /** Asks it to end, more firmly each time; settles once it has. */
  async stop(): Promise<void> {
    for (const { signal, milliseconds } of this.#stopSteps) {
      this.kill(signal);
      const waiting = new AbortController();
      const limit = delay(milliseconds, "late", { signal: waiting.signal }).catch(() => "ended");
      const outcome = await Promise.race([this.exited, limit]);
      waiting.abort();
      if (outcome !== "late") return;
    }
  }

  /** Sends a signal, without waiting; does nothing once the process has ended. */
  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #record({ logFile, onLine }: ManagedProcessOptions): void {
    const log = createWriteStream(logFile, { mode: 0o600 });
    // A full disk must not stop the stack because it cannot log.
    log.on("error", (error) => onLine?.(`log file: ${error.message}`, "stderr"));
    for (const stream of ["stdout", "stderr"] as const) {
      const input = this.#child[stream];
      if (!input) continue;
      createInterface({ input }).on("line", (line) => {
        log.write(`${line}\n`);
        this.#lines.push(line);
        if (this.#lines.length > keptLines) this.#lines.shift();
        onLine?.(line, stream);
      });
    }
    this.#child.once("close", () => log.end());
  }
}

function exitOf(child: ChildProcess): Promise<ProcessExit> {
  return new Promise((resolve) => {
    child.once("error", ({ message }) => {
      if (child.pid === undefined) resolve({ kind: "unstarted", reason: message });
    });
    child.once("exit", (code, signal) => {
      const exit: ProcessExit = signal
        ? { kind: "signal", signal }
        : { kind: "code", code: code ?? 0 };
      child.once("close", () => resolve(exit));
      // A descendant that keeps the output open would delay "close" for ever.
      setTimeout(() => resolve(exit), 500).unref();
    });
  });
}

/** Says how a process ended, such as `exit code 1` or `signal SIGKILL`. */
export function describeExit(exit: ProcessExit): string {
  switch (exit.kind) {
    case "code":
      return `exit code ${exit.code}`;
    case "signal":
      return `signal ${exit.signal}`;
    case "unstarted":
      return exit.reason;
  }
}
