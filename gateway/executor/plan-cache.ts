import { Latest } from "../../subgraphs/kit/latest";

/** What all that is kept weighs at most, characters. */
const mostCharacters = 1_000_000;

/** Keeps what was made for the keys used last, up to a number of entries and of the characters that they were made of. */
export class PlanCache<Value> {
  private readonly latest: Latest<Value>;

  /** Keeps at most so many entries. */
  constructor(entries: number) {
    this.latest = new Latest(entries, mostCharacters);
  }

  /** What `make` returned for this key before, or returns now. */
  get(key: string, make: () => { readonly value: Value; readonly characters: number }): Value {
    const known = this.latest.get(key);
    if (known !== undefined) return known;
    const { value, characters } = make();
    this.latest.set(key, value, characters);
    return value;
  }
}
