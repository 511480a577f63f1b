import { join } from "node:path";
import type { Logger } from "pino";
import { ApiError } from "../../errors";
import { FairTurns, type Waiter } from "../../statistics/fair-turns";
import { TaskThread } from "../../statistics/task-thread";
import { type CheckOutcome, type CheckTask, undecided } from "./check-task";
import { longestCheck, type ReleaseCheck, type TimedCheck } from "./release-check";

/** How the thread is run. */
export interface CheckThreadOptions {
  readonly logger: Logger;
  /** The program of the thread. It runs built modules only. */
  readonly program?: string;
  /** How many checks wait for it. */
  readonly waitingChecks?: number;
  /** Milliseconds after which the thread is ended that has not done a check. */
  readonly longestTask?: number;
}

/** More would have no time left when their turn comes. */
const usualWaitingChecks = 8;

/** Milliseconds by which a check may exceed its time before its thread is ended. */
const grace = 1_000;

/**
 * Checks tables on a thread of its own, one request after the other, callers in turn. It is not one of those that protect
 * statistics: a check takes as long as many tables do.
 */
export class CheckThread {
  private readonly turns: FairTurns;
  private readonly thread: TaskThread<TimedCheck, CheckOutcome>;
  private isEnded = false;

  constructor({
    logger,
    program = builtProgram,
    waitingChecks = usualWaitingChecks,
    longestTask = longestCheck * 1_000 + grace,
  }: CheckThreadOptions) {
    this.turns = new FairTurns(1, waitingChecks);
    this.thread = new TaskThread({ program, logger, messages, longestTask });
  }

  /**
   * Checks for one request. What it has waited is taken from the time that it has, so that it is answered while somebody
   * waits for it.
   *
   * @throws ApiError STATISTICS_BUSY as {@link FairTurns.run} does
   */
  checkFor(waiter: Waiter): ReleaseCheck {
    const until = waiter.since + longestCheck * 1_000;
    return (task) => this.turns.run(waiter, () => this.check(task, until - performance.now()));
  }

  /** Refuses what waits, and what comes. What has begun goes on. */
  refuse(): void {
    this.turns.close();
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    this.isEnded = true;
    this.refuse();
    await this.thread.end();
  }

  /** A check of which the thread ends has taken too much time or memory: nothing is decided, and would not be next time. */
  private async check(task: CheckTask, milliseconds: number): Promise<CheckOutcome> {
    try {
      return await this.thread.run({ task, milliseconds }, { tables: task.given.length });
    } catch (error) {
      const isThreadEnded =
        error instanceof ApiError && error.extensions.code === "STATISTICS_BUSY";
      if (isThreadEnded && !this.isEnded) return undecided;
      throw error;
    }
  }
}

const messages = {
  tooLong: "a check of tables takes too long",
  notDone: "tables were not checked",
  failed: "the thread that checks tables failed",
};

const builtProgram = join(__dirname, "check-worker.js");
