/**
 * Keeps the entries used last, up to a number: at least half as many of the latest, and each of these for as long as it
 * is used.
 */
export class Latest<Value> {
  private recent = new Map<string, Value>();
  private earlier = new Map<string, Value>();

  /** Keeps at most so many entries. */
  constructor(private readonly entries: number) {}

  /** The value of this key, if it is kept. */
  get(key: string): Value | undefined {
    const known = this.recent.get(key);
    if (known !== undefined) return known;
    const value = this.earlier.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  /** Keeps a value. */
  set(key: string, value: Value): void {
    if (this.recent.size >= this.entries / 2 && !this.recent.has(key)) {
      this.earlier = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, value);
  }

  /** Forgets a value. */
  delete(key: string): void {
    this.recent.delete(key);
    this.earlier.delete(key);
  }
}
