import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import { statisticsBusy } from "./statistics-busy";

/** How a thread is run. */
export interface ThreadOptions {
  /** The program that it runs, as it is built. */
  readonly program: string;
  /** Milliseconds that a task may take; then the thread is ended. */
  readonly longestTask: number;
  readonly logger: Logger;
  /** What is logged of it. */
  readonly messages: {
    readonly tooLong: string;
    readonly notDone: string;
    readonly failed: string;
  };
}

/** What the program of a thread answers to each task that it is sent. */
export type TaskOutcome<Result> = { readonly result: Result } | { readonly error: Error };

/** Megabytes that a thread may take for its objects. The largest tables that can be asked for take a few. */
const mostMemory = 256;

/**
 * A thread that does tasks, one after the other. It is started for the first one, and again for the next one after it has
 * ended. It is given no variables of the process, and no connection.
 */
export class TaskThread<Task, Result> {
  private worker: Worker | undefined;

  constructor(private readonly options: ThreadOptions) {}

  /**
   * Does a task. The task before has to be done.
   *
   * @param about - what is logged of the task if it is not done
   * @throws ApiError STATISTICS_BUSY if the thread ends before it is done, whatever ended it
   */
  run(task: Task, about: object): Promise<Result> {
    return new Promise((resolve, reject) => {
      const { logger, longestTask, messages } = this.options;
      const worker = (this.worker ??= this.start());
      worker.postMessage(task);
      const timer = setTimeout(() => {
        logger.error(about, messages.tooLong);
        void this.end();
      }, longestTask);
      const onMessage = (outcome: TaskOutcome<Result>) => {
        settle();
        if ("result" in outcome) resolve(outcome.result);
        else reject(outcome.error);
      };
      const onExit = (code: number) => {
        settle();
        // Else it was ended on purpose.
        if (this.worker === worker) logger.error({ ...about, code }, messages.notDone);
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
      this.options.logger.error({ err: error }, this.options.messages.failed);
    });
    worker.on("exit", () => {
      if (this.worker === worker) this.worker = undefined;
    });
    // It keeps no process from ending.
    worker.unref();
    return worker;
  }
}
