/** The moment by which work has to be done or given up. */
export class Deadline {
  private readonly at: number;

  /** Sets it so many milliseconds from now. */
  constructor(milliseconds: number) {
    this.at = performance.now() + milliseconds;
  }

  /** Milliseconds until then; 0 once it has passed. */
  get left(): number {
    return Math.max(0, this.at - performance.now());
  }
}
