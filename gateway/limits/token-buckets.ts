const minute = 60_000;

/** Milliseconds that are as good as none: fractions of a millisecond are rounded. */
const tolerance = 0.5;

/** How many callers are remembered; the one that has taken nothing for longest is forgotten first. */
const mostRemembered = 50_000;

/** What is taken out of a bucket. */
export interface Taken {
  /** How many requests, of which a part can be taken. By default one. */
  readonly requests?: number;
  /** How many must be left in it. By default none. */
  readonly leaving?: number;
}

/** What is not in a bucket. */
interface Missing {
  /** How many requests were missing, and when. */
  readonly requests: number;
  readonly at: number;
  /** When it is full again. */
  readonly fullAt: number;
}

/**
 * Token buckets, one for each caller. A bucket holds as many requests as its caller may send a minute, each request
 * takes one, and it refills evenly. A caller whose bucket is full need not be remembered.
 *
 * A caller can come with tokens of different roles: what it took as one is missing as the other.
 */
export class TokenBuckets {
  /** By caller, in the order in which they last took a request. */
  private readonly buckets = new Map<string, Missing>();

  constructor(
    private readonly most = mostRemembered,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** How many callers are remembered. */
  get size(): number {
    return this.buckets.size;
  }

  /**
   * Takes a request out of a caller's bucket, or a part of one.
   * @returns 0; if there is not so much in the bucket, the milliseconds until there is
   */
  take(
    caller: string,
    requestsPerMinute: number,
    { requests = 1, leaving = 0 }: Taken = {},
  ): number {
    const [now, pace] = [this.now(), minute / requestsPerMinute];
    const before = this.buckets.get(caller) ?? { requests: 0, at: now };
    const missing = Math.max(0, before.requests - (now - before.at) / pace) + requests;
    const wait = (missing + leaving - requestsPerMinute) * pace;
    if (wait > tolerance) return wait;
    this.buckets.delete(caller);
    this.buckets.set(caller, { requests: missing, at: now, fullAt: now + missing * pace });
    this.forget(now);
    return 0;
  }

  private forget(now: number): void {
    for (const [caller, { fullAt }] of this.buckets) {
      if (fullAt > now && this.buckets.size <= this.most) return;
      this.buckets.delete(caller);
    }
  }
}
