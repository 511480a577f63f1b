import { setTimeout as delay } from "node:timers/promises";
import { LocalStackFailure } from "./system/failure";
import type { ManagedProcess } from "./system/managed-process";

const limit = 60_000;
/** Milliseconds; while a program loads, each question takes processor time from it. */
const interval = 100;

/** Waits until `/ready` answers 200; throws {@link LocalStackFailure} naming the process after 60 s. */
export async function untilReady(
  process: ManagedProcess,
  origin: string,
  signal: AbortSignal,
): Promise<void> {
  for (const deadline = Date.now() + limit; !(await isReady(origin)); await delay(interval)) {
    signal.throwIfAborted();
    if (Date.now() < deadline) continue;
    const lines = process.lastLines().map((line) => `\n  ${line}`);
    throw new LocalStackFailure(
      `${process.name} was not ready within ${limit / 1000} s (${origin}/ready). Its last lines:${lines.join("")}`,
    );
  }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
