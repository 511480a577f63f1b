/** The subgraphs that failed a moment ago, so that none of them is tried at once as a stand-in. */
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
