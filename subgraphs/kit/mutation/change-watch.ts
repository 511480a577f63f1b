import { AsyncResource } from "node:async_hooks";
import type { DataSource } from "typeorm";
import { readRows } from "../database/read-rows";

/** Milliseconds between two looks at whether anything has been changed. */
const pause = 250;

/** How many wait at once, of all callers and of one. Who comes beyond that is answered at once, as without waiting. */
const most = { ofAll: 40, ofOne: 4 };

/** How one request waits for changes. */
export interface RequestWatch {
  /** True if it is not waited: nobody waits for the answer, the subgraph ends, or too many wait. */
  readonly isOver: boolean;
  /** See {@link ChangeWatch.beyond}. */
  beyond(position: string, milliseconds: number): Promise<void>;
}

/** Somebody who waits for what comes behind a position. */
interface Waiter {
  /** Who it is. */
  readonly caller: string;
  readonly position: bigint;
  readonly goOn: () => void;
}

/**
 * Waits for changes, for all who wait with one statement at a time. It asks for the last position, so that it needs
 * neither a connection of its own nor one that stays the same.
 */
export class ChangeWatch {
  private readonly waiters = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;
  /** The look belongs to no request: it would be counted as a statement of the first. */
  private readonly resource = new AsyncResource("ChangeWatch");

  constructor(private readonly database: DataSource) {}

  /**
   * Waits until something is committed behind a position, the time is over, or nobody waits for the answer any longer.
   * It never fails: what is wrong with the database is learnt by who reads next.
   */
  private hasRoomFor(caller: string): boolean {
    const own = [...this.waiters].filter((waiter) => waiter.caller === caller);
    return this.waiters.size < most.ofAll && own.length < most.ofOne;
  }

  private async beyond(
    caller: string,
    position: string,
    milliseconds: number,
    end: AbortSignal,
  ): Promise<void> {
    if (this.isClosed || milliseconds <= 0 || end.aborted) return;
    await new Promise<void>((resolve) => {
      const goOn = () => {
        clearTimeout(over);
        end.removeEventListener("abort", goOn);
        this.waiters.delete(waiter);
        resolve();
      };
      const from = BigInt(position);
      // What was noted before there were positions has 0, and no more comes to it.
      const waiter: Waiter = { caller, position: from < 0n ? 0n : from, goOn };
      const over = setTimeout(goOn, milliseconds);
      end.addEventListener("abort", goOn);
      this.waiters.add(waiter);
      this.timer ??= this.resource.runInAsyncScope(() => this.nextLook());
    });
  }

  /** How a request waits; `end` is aborted when nobody waits for its answer any longer. */
  during(caller: string, end: AbortSignal): RequestWatch {
    const isOver = () => this.isClosed || end.aborted || !this.hasRoomFor(caller);
    return {
      get isOver() {
        return isOver();
      },
      beyond: (position, milliseconds) => this.beyond(caller, position, milliseconds, end),
    };
  }

  /** Lets all who wait go on, and nobody wait from now on. */
  close(): void {
    this.isClosed = true;
    for (const { goOn } of this.waiters) goOn();
  }

  private nextLook(): NodeJS.Timeout {
    return setTimeout(() => void this.look(), pause);
  }

  private async look(): Promise<void> {
    const last = await this.lastPosition();
    for (const { position, goOn } of this.waiters) if (last > position) goOn();
    this.timer = this.waiters.size > 0 ? this.nextLook() : undefined;
  }

  /** The last position there is; beyond all where it cannot be read. */
  private async lastPosition(): Promise<bigint> {
    const sql = "SELECT max(position)::text FROM change_commit";
    try {
      const [row] = await readRows(this.database, { tag: "changes.watch", sql, values: [] });
      const [last] = row ?? [];
      return typeof last === "string" ? BigInt(last) : -1n;
    } catch {
      return 2n ** 63n;
    }
  }
}
