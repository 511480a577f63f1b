import { join } from "node:path";
import type { Logger } from "pino";
import { FairTurns, type Waiter } from "../../statistics/fair-turns";
import { TaskThread } from "../../statistics/task-thread";
import type { CheckOutcome, CheckTask } from "./check-task";
import { longestCheck, type ReleaseCheck } from "./release-check";

/** How the thread is run. */
export interface CheckThreadOptions {
  readonly logger: Logger;
  /** The program of the thread. It runs built modules only. */
  readonly program?: string;
  /** How many checks wait for it. */
  readonly waitingChecks?: number;
}

/** More could not be done before their deadlines. */
const usualWaitingChecks = 8;

/** Milliseconds by which a check may exceed its time before its thread is ended. */
const grace = 1_000;

/**
 * Checks tables on a thread of its own, one request after the other, callers in turn. It is not one of those that protect
 * statistics: a check takes as long as many tables do.
 */
export class CheckThread {
  private readonly turns: FairTurns;
  private readonly thread: TaskThread<CheckTask, CheckOutcome>;

  constructor({ logger, program = builtProgram, waitingChecks }: CheckThreadOptions) {
    this.turns = new FairTurns(1, waitingChecks ?? usualWaitingChecks);
    this.thread = new TaskThread({
      ...{ program, logger, messages },
      longestTask: longestCheck * 1_000 + grace,
    });
  }

  /**
   * Checks for one request.
   *
   * @throws ApiError STATISTICS_BUSY as {@link FairTurns.run} and {@link TaskThread.run} do
   */
  checkFor(waiter: Waiter): ReleaseCheck {
    return (task) =>
      this.turns.run(waiter, () => this.thread.run(task, { tables: task.given.length }));
  }

  /** Refuses what waits, and what comes. What has begun goes on. */
  refuse(): void {
    this.turns.close();
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    this.refuse();
    await this.thread.end();
  }
}

const messages = {
  tooLong: "a check of tables takes too long",
  notDone: "tables were not checked",
  failed: "the thread that checks tables failed",
};

const builtProgram = join(__dirname, "check-worker.js");
