/**
 * Says when nobody waits for the answer to a request any more. It is an AbortSignal without an event: making, watching
 * and ending one for each request would be a twentieth of what a small request costs.
 */
export class RequestEnd {
  private readonly watchers = new Set<() => void>();
  private over = false;

  /** True once the request is over. */
  get isOver(): boolean {
    return this.over;
  }

  /** Calls `watcher` once the request is over; never, if it is already. */
  watch(watcher: () => void): void {
    if (!this.over) this.watchers.add(watcher);
  }

  /** Calls `watcher` no more. */
  unwatch(watcher: () => void): void {
    this.watchers.delete(watcher);
  }

  /** The request is over. Only the first call does anything. No watcher may throw: those after it would not be called. */
  end(): void {
    this.over = true;
    for (const watcher of this.watchers) {
      this.watchers.delete(watcher);
      watcher();
    }
  }
}
