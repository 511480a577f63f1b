/**
 * Milliseconds that a request may take, with all it waits for: less than the gateway waits for a subgraph
 * (`SUBGRAPH_TIMEOUT_MS`, 10,000), so that the caller learns the outcome.
 */
const longestRequest = 8_000;

/** The moment by which a request has to be answered or given up. */
export class Deadline {
  private readonly at: number;

  /** Sets it so many milliseconds from now. */
  constructor(milliseconds = longestRequest) {
    this.at = performance.now() + milliseconds;
  }

  /** Whole milliseconds until then; 0 once it has passed. */
  get left(): number {
    return Math.max(0, Math.ceil(this.at - performance.now()));
  }
}
