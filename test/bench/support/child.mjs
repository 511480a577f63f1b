// Programs that a report starts. Each ends with the report.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { atEnd } from "./run.mjs";
import { workFolder } from "./settings.mjs";

const patienceSeconds = 60;

/**
 * Starts a program whose output goes to a log file. With `core`, it runs on that processor core only. With `ipc`, it has
 * a channel to this process. What it is asked to end with is SIGTERM, then SIGKILL.
 */
export function startChild(name, { file = process.execPath, args, env, cwd, core, ipc = false }) {
  // Reports can run at the same time.
  const logs = join(workFolder, "logs", basename(dirname(process.argv[1])));
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${name}.log`);
  const log = openSync(logFile, "w");
  const [command, ...rest] =
    core === undefined ? [file, ...args] : ["taskset", "-c", core, file, ...args];
  const child = spawn(command, rest, {
    cwd,
    env,
    // A group of its own: Ctrl-C in a terminal reaches the report, which stops all in order.
    detached: true,
    stdio: ["ignore", log, log, ...(ipc ? ["ipc"] : [])],
  });
  const exited = once(child, "exit");
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (!isRunning()) return;
    child.kill("SIGTERM");
    const late = await Promise.race([exited, delay(30_000, "late", { ref: false })]);
    if (late === "late") child.kill("SIGKILL");
    await exited;
  };
  atEnd(stop);
  return { name, child, pid: child.pid, logFile, isRunning, stop };
}

/** Waits until `attempt` resolves to something other than undefined; fails if the program ends before. */
export async function untilReady(program, attempt, seconds = patienceSeconds) {
  for (const start = Date.now(); Date.now() - start < seconds * 1_000; await delay(100)) {
    if (!program.isRunning()) throw new Error(`${program.name} ended:\n${lastLines(program)}`);
    const result = await attempt().catch(() => undefined);
    if (result !== undefined) return result;
  }
  throw new Error(`${program.name} is not ready after ${seconds} s:\n${lastLines(program)}`);
}

/** Waits until a GraphQL server answers. */
export function untilAnswers(program, url) {
  return untilReady(program, async () => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ __typename }"}',
    });
    await response.text();
    return response.ok ? true : undefined;
  });
}

function lastLines({ logFile }) {
  return readFileSync(logFile, "utf8").split("\n").slice(-15).join("\n");
}
