interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
}

/**
 * Keeps the entries used last, up to a number and a weight: at least half as many of the latest, and each of these for as
 * long as it is used. An entry of more than half the weight is not kept.
 */
export class Latest<Value> {
  private recent = new Map<string, Entry<Value>>();
  private earlier = new Map<string, Entry<Value>>();
  /** Of what is recent. */
  private weight = 0;

  /** Keeps at most so many entries, and so much of what they weigh together. */
  constructor(
    private readonly entries: number,
    private readonly mostWeight = Infinity,
  ) {}

  /** The value of this key, if it is kept. */
  get(key: string): Value | undefined {
    const known = this.recent.get(key);
    if (known !== undefined) return known.value;
    const entry = this.earlier.get(key);
    if (entry !== undefined) this.keep(key, entry);
    return entry?.value;
  }

  /** Keeps a value. */
  set(key: string, value: Value, weight = 0): void {
    this.delete(key);
    if (weight <= this.mostWeight / 2) this.keep(key, { value, weight });
  }

  /** Forgets a value. */
  delete(key: string): void {
    this.weight -= this.recent.get(key)?.weight ?? 0;
    this.recent.delete(key);
    this.earlier.delete(key);
  }

  private keep(key: string, entry: Entry<Value>): void {
    const isFull = this.recent.size + 1 > this.entries / 2;
    if (isFull || this.weight + entry.weight > this.mostWeight / 2) {
      this.earlier = this.recent;
      this.recent = new Map();
      this.weight = 0;
    }
    this.recent.set(key, entry);
    this.weight += entry.weight;
  }
}
