import type { Logger } from "pino";

/** How many lines of one kind are written, and how often the number of the others is. */
export interface SampleSize {
  readonly perSecond: number;
  readonly reportMilliseconds: number;
}

const defaultSize: SampleSize = { perSecond: 100, reportMilliseconds: 10_000 };

/**
 * Decides which log lines of a kind that anybody can cause are written: the first of each second. The others are
 * counted, and their number is written from time to time, so that a flood of requests does not fill the disk.
 */
export class SampledLines {
  private readonly written = new Map<string, number>();
  private leftOut = new Map<string, number>();
  private secondEnds = 0;
  private reporting: NodeJS.Timeout | undefined;

  constructor(
    private readonly logger: Pick<Logger, "warn">,
    private readonly size: SampleSize = defaultSize,
  ) {}

  /** Whether the line of this kind is to be written; there must be few kinds. */
  admits(kind: string): boolean {
    const now = performance.now();
    if (now >= this.secondEnds) {
      this.written.clear();
      this.secondEnds = now + 1_000;
    }
    const written = this.written.get(kind) ?? 0;
    if (written < this.size.perSecond) {
      this.written.set(kind, written + 1);
      return true;
    }
    this.leftOut.set(kind, (this.leftOut.get(kind) ?? 0) + 1);
    this.reporting ??= setTimeout(() => this.report(), this.size.reportMilliseconds).unref();
    return false;
  }

  /** Writes how many lines were left out since the last time, if any. */
  report(): void {
    clearTimeout(this.reporting);
    this.reporting = undefined;
    if (this.leftOut.size === 0) return;
    this.logger.warn({ leftOut: Object.fromEntries(this.leftOut) }, "lines were left out");
    this.leftOut = new Map();
  }
}
