/** How much a {@link BoundedCache} remembers. */
export interface CacheLimits {
  readonly entries: number;
  /** Of all keys together. */
  readonly characters: number;
  /** Of a key whose value is remembered. */
  readonly keyCharacters: number;
}

/** For values made from queries, which take up to forty times the memory of their text. */
const queryLimits: CacheLimits = { entries: 500, characters: 1_000_000, keyCharacters: 16_384 };

/** Keeps what `make` returned for a key, and starts again empty when full. Values of very long keys are not kept. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();
  private characters = 0;

  constructor(private readonly limits: CacheLimits = queryLimits) {}

  /** What `make` returned for this key before, or returns now. */
  get(key: string, make: () => Value): Value {
    const known = this.values.get(key);
    if (known !== undefined || this.values.has(key)) return known as Value;
    const value = make();
    if (key.length <= this.limits.keyCharacters) this.keep(key, value);
    return value;
  }

  private keep(key: string, value: Value): void {
    const { entries, characters } = this.limits;
    if (this.values.size >= entries || this.characters + key.length > characters) {
      this.values.clear();
      this.characters = 0;
    }
    this.values.set(key, value);
    this.characters += key.length;
  }
}
