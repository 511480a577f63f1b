import { join } from "node:path";
import type { Logger } from "pino";
import { FairTurns, type Waiter } from "./fair-turns";
import { KeptViews, keyOf } from "./kept-views";
import type { Protect } from "./protect";
import type { ReleasedView } from "./released-view";
import type { TableToProtect } from "./table-to-protect";
import { TaskThread } from "./task-thread";

/** How much threads take on. */
export interface ProtectionLimits {
  /** How many tables wait for a thread; a request has one for each fiscal year. */
  readonly waitingTables: number;
  /** How many groups of tables are kept. */
  readonly keptGroups: number;
  /** Milliseconds that a table may take. */
  readonly longestTable: number;
}

const usualLimits: ProtectionLimits = {
  waitingTables: 500,
  keptGroups: 200_000,
  longestTable: 5_000,
};

/** How many threads there are, and what they run. */
export interface ProtectionOptions extends Partial<ProtectionLimits> {
  readonly threads: number;
  readonly logger: Logger;
  /** The program of the threads. They run built modules only. */
  readonly program?: string;
}

/**
 * Protects tables on threads of their own, so that whoever needs no protection is answered meanwhile. Callers take turns,
 * a table at a time. Results are kept while the counts stay as they are.
 */
export class ProtectionThreads {
  private readonly turns: FairTurns;
  private readonly kept: KeptViews;
  private readonly threads: readonly TaskThread<TableToProtect, ReleasedView>[];
  private readonly idle: TaskThread<TableToProtect, ReleasedView>[];

  constructor({ threads, logger, program = builtProgram, ...given }: ProtectionOptions) {
    const { waitingTables, keptGroups, longestTable } = { ...usualLimits, ...given };
    this.turns = new FairTurns(threads, waitingTables);
    this.kept = new KeptViews(keptGroups);
    this.threads = Array.from(
      { length: threads },
      () => new TaskThread({ program, longestTask: longestTable, logger, messages }),
    );
    this.idle = [...this.threads];
  }

  /**
   * Protects the tables of one request.
   *
   * @throws ApiError STATISTICS_BUSY as {@link FairTurns.run} and {@link TaskThread.run} do
   */
  protectFor(waiter: Waiter): Protect {
    return async (table) => {
      const key = keyOf(table);
      return this.kept.get(key) ?? this.turns.run(waiter, () => this.compute(key, table));
    };
  }

  /** Refuses what waits, and what comes. What has begun goes on. */
  refuse(): void {
    this.turns.close();
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    this.refuse();
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private async compute(key: string, table: TableToProtect): Promise<ReleasedView> {
    // Somebody before may have had the same one computed.
    const known = this.kept.get(key);
    if (known) return known;
    const thread = this.idle.pop();
    if (!thread) throw new Error("more turns than threads");
    try {
      const { measure, dimensions } = table;
      const view = await thread.run(table, { measure, dimensions });
      this.kept.keep(key, view);
      return view;
    } finally {
      this.idle.push(thread);
    }
  }
}

const messages = {
  tooLong: "a table takes too long to protect",
  notDone: "a table was not protected",
  failed: "a thread that protects tables failed",
};

const builtProgram = join(__dirname, "protection-worker.js");
