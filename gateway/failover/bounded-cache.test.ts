import { BoundedCache } from "./bounded-cache";

describe("a bounded cache", () => {
  it("makes a value once, also where it is undefined", () => {
    const cache = new BoundedCache<number | undefined>(2);
    const make = jest.fn(() => undefined);
    cache.get("a", make);
    cache.get("a", make);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("forgets when it is full, so that it never grows further", () => {
    const cache = new BoundedCache<number>(2);
    let made = 0;
    const make = () => (made += 1);
    expect(["a", "b", "a", "c", "a"].map((key) => cache.get(key, make))).toEqual([1, 2, 1, 3, 4]);
  });
});
