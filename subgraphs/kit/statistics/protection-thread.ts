import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { ProtectionOutcome } from "./protection-worker";
import type { ReleasedView } from "./released-view";
import { statisticsBusy } from "./statistics-busy";
import type { TableToProtect } from "./table-to-protect";

/** How a thread is run. */
export interface ThreadOptions {
  /** The program that it runs, as it is built. */
  readonly program: string;
  /** Milliseconds that a table may take; then the thread is ended. */
  readonly longestTable: number;
  readonly logger: Logger;
}

/** Megabytes that a thread may take for its objects. The largest tables that can be asked for take a few. */
const mostMemory = 256;

/**
 * A thread that protects tables, one after the other. It is started for the first table, and again for the next one after
 * it has ended. It is given no variables of the process, and no connection.
 */
export class ProtectionThread {
  private worker: Worker | undefined;

  constructor(private readonly options: ThreadOptions) {}

  /**
   * Computes what is released of a table. The table before has to be done.
   *
   * @throws ApiError STATISTICS_BUSY if the thread ends before it is done, whatever ended it
   */
  protect(table: TableToProtect): Promise<ReleasedView> {
    return new Promise((resolve, reject) => {
      const worker = (this.worker ??= this.start());
      worker.postMessage(table);
      const { measure, dimensions } = table;
      const timer = setTimeout(() => {
        this.options.logger.error({ measure, dimensions }, "a table takes too long to protect");
        void this.end();
      }, this.options.longestTable);
      const onMessage = (outcome: ProtectionOutcome) => {
        settle();
        if ("view" in outcome) resolve(outcome.view);
        else reject(outcome.error);
      };
      const onExit = (code: number) => {
        settle();
        // Else it was ended on purpose.
        if (this.worker === worker) {
          this.options.logger.error({ measure, dimensions, code }, "a table was not protected");
        }
        reject(statisticsBusy());
      };
      const settle = () => {
        clearTimeout(timer);
        worker.off("message", onMessage).off("exit", onExit);
      };
      worker.on("message", onMessage).prependListener("exit", onExit);
    });
  }

  /** Ends the thread, and what it is at. */
  async end(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.options.program, {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    worker.on("error", (error) => {
      this.options.logger.error({ err: error }, "a thread that protects tables failed");
    });
    worker.on("exit", () => {
      if (this.worker === worker) this.worker = undefined;
    });
    // It keeps no process from ending.
    worker.unref();
    return worker;
  }
}
