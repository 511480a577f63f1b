import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { FairTurns, type Waiter } from "./fair-turns";

/** How much waits for a turn, of all callers together. */
const mostWaiting = 1_000;

/** Milliseconds after which a turn comes in any case. */
const longestPause = 100;

/** How long the thread is left idle, in times of how long it was at work. */
const idleShare = 3;

/** Milliseconds for which others are at work once one of them has asked. */
const othersStay = 1_000;

/** How the time of a thread passes, milliseconds. */
export interface ThreadTime {
  now(): number;
  /** For how long it has been at work, and for how long idle. */
  used(): { readonly active: number; readonly idle: number };
  /** Leaves it to others. */
  rest(milliseconds: number): Promise<unknown>;
}

const timeOfThisThread: ThreadTime = {
  now: () => performance.now(),
  used: () => performance.eventLoopUtilization(),
  rest: (milliseconds) => delay(milliseconds),
};

/**
 * Gives turns to work that can wait, on a thread that others need too. While others ask, a turn comes when the thread has
 * been idle three times as long as it was at work since the turn before. So work that can wait takes at most a quarter of the
 * thread, and less where others take more; pieces that take longer than a third of {@link longestPause} take a larger share.
 * Callers take turns.
 */
export class ThreadShare {
  private readonly turns = new FairTurns(1, mostWaiting);
  private since: ReturnType<ThreadTime["used"]>;
  private othersAt = -Infinity;

  /** Shares a thread whose time passes so; by default the one that this runs on. */
  constructor(private readonly time: ThreadTime = timeOfThisThread) {
    this.since = time.used();
  }

  /** Notes that somebody asks who waits for no turns. */
  noteOther(): void {
    this.othersAt = this.time.now();
  }

  /**
   * Waits for a turn.
   *
   * @throws ApiError STATISTICS_BUSY as {@link FairTurns.run} does
   */
  turn(waiter: Waiter): Promise<void> {
    return this.turns.run(waiter, () => this.untilIdle());
  }

  /** Refuses all that waits, and all that comes. */
  close(): void {
    this.turns.close();
  }

  private async untilIdle(): Promise<void> {
    const { time, since } = this;
    const end = Math.min(time.now() + longestPause, this.othersAt + othersStay);
    for (;;) {
      const { active, idle } = time.used();
      const owed = idleShare * (active - since.active) - (idle - since.idle);
      const left = Math.min(owed, end - time.now());
      if (left <= 0) break;
      await time.rest(Math.ceil(left));
    }
    this.since = time.used();
  }
}
