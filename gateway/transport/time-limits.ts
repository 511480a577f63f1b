import { AsyncResource } from "node:async_hooks";

/** A pause of this process counts as at most one of so many parts of a limit. */
const parts = 20;

/** Work that has a time limit, until it is done. */
interface Limited {
  left: number;
  readonly end: () => void;
}

/**
 * One time limit for many pieces of work at once, kept by one timer: it is reached after the limit, and at most a
 * twentieth of it later. Only time in which this process runs counts, as in {@link withTimeLimit}.
 */
export class TimeLimits {
  private readonly running = new Set<Limited>();
  private timer: NodeJS.Timeout | undefined;
  /** The timer belongs to no request: it would keep the first one, and run the others' ends as that one. */
  private readonly resource = new AsyncResource("TimeLimits");

  /** Limits each piece of work to so many milliseconds. */
  constructor(private readonly milliseconds: number) {}

  /**
   * Begins a piece of work, and calls `end` once its time is over. It is called outside of every request.
   *
   * @param more - milliseconds that it has besides
   * @returns what is called when the work is done before
   */
  begin(end: () => void, more = 0): () => void {
    const added = Math.ceil((more * parts) / this.milliseconds);
    // The part that has begun already does not count.
    const limited = { left: parts + 1 + added, end };
    this.running.add(limited);
    this.timer ??= this.resource.runInAsyncScope(() => this.nextPart());
    return () => void this.running.delete(limited);
  }

  private nextPart(): NodeJS.Timeout {
    return setTimeout(() => {
      for (const limited of this.running) this.pass(limited);
      this.timer = this.running.size > 0 ? this.nextPart() : undefined;
    }, this.milliseconds / parts).unref();
  }

  private pass(limited: Limited): void {
    limited.left -= 1;
    if (limited.left !== 0) return;
    // Timers come before what has arrived, and this comes after it.
    setImmediate(() => {
      if (this.running.delete(limited)) limited.end();
    });
  }
}
