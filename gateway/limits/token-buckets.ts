const minute = 60_000;

/** Milliseconds that are as good as none: fractions of a millisecond are rounded. */
const tolerance = 0.5;

/** How many callers are remembered; the one that has taken nothing for longest is forgotten first. */
const mostRemembered = 50_000;

/**
 * Token buckets, one for each caller. A bucket holds as many requests as its caller may send a minute, each request
 * takes one, and it refills evenly. It is kept as the moment at which it is full again. So a caller whose bucket is
 * full need not be remembered.
 */
export class TokenBuckets {
  /** Caller → when its bucket is full again, in the order in which they last took a request. */
  private readonly fullAt = new Map<string, number>();

  constructor(
    private readonly most = mostRemembered,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** How many callers are remembered. */
  get size(): number {
    return this.fullAt.size;
  }

  /**
   * Takes a request out of a caller's bucket.
   * @returns 0; if the bucket is empty, the milliseconds until a request is in it
   */
  take(caller: string, requestsPerMinute: number): number {
    const now = this.now();
    const fullAt = Math.max(this.fullAt.get(caller) ?? now, now) + minute / requestsPerMinute;
    const wait = fullAt - now - minute;
    if (wait > tolerance) return wait;
    this.fullAt.delete(caller);
    this.fullAt.set(caller, fullAt);
    this.forget(now);
    return 0;
  }

  private forget(now: number): void {
    for (const [caller, fullAt] of this.fullAt) {
      if (fullAt > now && this.fullAt.size <= this.most) return;
      this.fullAt.delete(caller);
    }
  }
}
