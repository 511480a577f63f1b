import { BoundedCache } from "./bounded-cache";

/** How often each key's value was made. */
function madeBy(cache: BoundedCache<number>, keys: readonly string[]): number[] {
  const made = new Map<string, number>();
  return keys.map((key) =>
    cache.get(key, () => {
      const count = (made.get(key) ?? 0) + 1;
      made.set(key, count);
      return count;
    }),
  );
}

const limits = { entries: 2, characters: 10, keyCharacters: 6 };

describe("a bounded cache", () => {
  it("makes a value once, also where it is undefined", () => {
    const cache = new BoundedCache<number | undefined>(limits);
    const make = jest.fn(() => undefined);
    cache.get("a", make);
    cache.get("a", make);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("forgets when it holds too many keys", () => {
    expect(madeBy(new BoundedCache(limits), ["a", "b", "a", "c", "a"])).toEqual([1, 1, 1, 1, 2]);
  });

  it("forgets when its keys together are too long", () => {
    const long = ["aaaaaa", "bbbb", "aaaaaa", "c", "aaaaaa"];
    expect(madeBy(new BoundedCache({ ...limits, entries: 9 }), long)).toEqual([1, 1, 1, 1, 2]);
    // Forgotten keys no longer count.
    const again = ["aaaaaa", "bbbbbb", "cccc", "bbbbbb"];
    expect(madeBy(new BoundedCache({ ...limits, entries: 9 }), again)).toEqual([1, 1, 1, 1]);
  });

  it("does not keep what a key too long is for, nor forget others for it", () => {
    const keys = ["a", "bbbbbbb", "bbbbbbb", "a"];
    expect(madeBy(new BoundedCache(limits), keys)).toEqual([1, 1, 2, 1]);
  });

  it("does not keep megabytes by default", () => {
    const cache = new BoundedCache<number>();
    const long = "x".repeat(16_385);
    expect(madeBy(cache, [long, long])).toEqual([1, 2]);
    const many = Array.from({ length: 100 }, (_none, n) => String(n).padStart(16_000));
    expect(madeBy(cache, ["first", ...many, "first"]).at(-1)).toBe(2);
  });
});
