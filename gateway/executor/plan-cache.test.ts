import { PlanCache } from "./plan-cache";

describe("kept plans", () => {
  it("are made once while they are used, however many others come", () => {
    const cache = new PlanCache<string>(10);
    const make = jest.fn((key: string) => key);
    for (let other = 0; other < 100; other += 1) {
      expect(cache.get("a", () => make("a"))).toBe("a");
      cache.get(`${other}`, () => `${other}`);
    }
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("are as many as they may be at most", () => {
    const cache = new PlanCache<number>(10);
    for (let key = 0; key < 100; key += 1) cache.get(`${key}`, () => key);
    const isKept = (key: number) => cache.get(`${key}`, () => -1) === key;
    expect(Array.from({ length: 89 }, (_none, key) => key).some(isKept)).toBe(false);
  });
});
