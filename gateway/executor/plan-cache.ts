/**
 * Keeps what was used last, up to a number of entries: at least half as many of the latest, and each of these for as long
 * as it is used.
 */
export class PlanCache<Value> {
  private recent = new Map<string, Value>();
  private earlier = new Map<string, Value>();

  /** Keeps at most so many entries. */
  constructor(private readonly entries: number) {}

  /** What `make` returned for this key before, or returns now. */
  get(key: string, make: () => Value): Value {
    const known = this.recent.get(key);
    if (known !== undefined) return known;
    const value = this.earlier.get(key) ?? make();
    if (this.recent.size >= this.entries / 2) {
      this.earlier = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, value);
    return value;
  }
}
