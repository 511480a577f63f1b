import { PlanCache } from "./plan-cache";

describe("kept plans", () => {
  it("are made once while they are used, however many others come", () => {
    const cache = new PlanCache<string>(10);
    const make = jest.fn((value: string) => ({ value, characters: 1 }));
    for (let other = 0; other < 100; other += 1) {
      expect(cache.get("a", () => make("a"))).toBe("a");
      cache.get(`${other}`, () => ({ value: `${other}`, characters: 1 }));
    }
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("are few where they are made of much text", () => {
    const cache = new PlanCache<number>(1_000);
    const get = (key: number, value = key) =>
      cache.get(`${key}`, () => ({ value, characters: 100_000 }));
    for (let key = 0; key < 100; key += 1) get(key);
    const isKept = (key: number) => get(key, -1) === key;
    expect(Array.from({ length: 89 }, (_none, key) => key).some(isKept)).toBe(false);
  });

  it("are as many as they may be at most", () => {
    const cache = new PlanCache<number>(10);
    for (let key = 0; key < 100; key += 1)
      cache.get(`${key}`, () => ({ value: key, characters: 1 }));
    const isKept = (key: number) =>
      cache.get(`${key}`, () => ({ value: -1, characters: 1 })) === key;
    expect(Array.from({ length: 89 }, (_none, key) => key).some(isKept)).toBe(false);
  });
});
