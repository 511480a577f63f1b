/** Which subgraphs failed a moment ago, so that a dead one is not tried again as a stand-in at once. */
export class RecentFailures {
  private readonly failedAt = new Map<string, number>();

  constructor(
    private readonly memoryMilliseconds = 1_000,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Notes that a subgraph failed just now. */
  add(subgraph: string): void {
    this.failedAt.set(subgraph, this.now());
  }

  /** Whether a subgraph failed within the time that is remembered. */
  has(subgraph: string): boolean {
    const at = this.failedAt.get(subgraph);
    return at !== undefined && this.now() - at < this.memoryMilliseconds;
  }
}
