/**
 * Milliseconds that a change may take, with all it waits for: less than the gateway waits for a subgraph
 * (`SUBGRAPH_TIMEOUT_MS`, 10,000), so that the caller learns the outcome.
 */
const longestChange = 8_000;

/** The moment by which a change has to be made or cancelled. */
export class Deadline {
  private readonly at: number;

  /** Sets it so many milliseconds from now. */
  constructor(milliseconds = longestChange) {
    this.at = performance.now() + milliseconds;
  }

  /** Whole milliseconds until then; 0 once it has passed. */
  get left(): number {
    return Math.max(0, Math.ceil(this.at - performance.now()));
  }
}
