import { Latest } from "../../subgraphs/kit/latest";

/** Keeps what was made for the keys used last, up to a number of entries. */
export class PlanCache<Value> {
  private readonly latest: Latest<Value>;

  /** Keeps at most so many entries. */
  constructor(entries: number) {
    this.latest = new Latest(entries);
  }

  /** What `make` returned for this key before, or returns now. */
  get(key: string, make: () => Value): Value {
    const known = this.latest.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.latest.set(key, value);
    return value;
  }
}
