/** Remembers what `make` returned for a key, and begins anew when it has remembered `limit` of them. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly limit: number) {}

  /** What `make` returned for this key before, or returns now. */
  get(key: string, make: () => Value): Value {
    const known = this.values.get(key);
    if (known !== undefined || this.values.has(key)) return known as Value;
    if (this.values.size >= this.limit) this.values.clear();
    const value = make();
    this.values.set(key, value);
    return value;
  }
}
