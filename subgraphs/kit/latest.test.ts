import { Latest } from "./latest";

describe("the latest entries", () => {
  it("stay while they are used, however many others come", () => {
    const latest = new Latest<number>(10);
    latest.set("a", 1);
    for (let other = 0; other < 100; other += 1) {
      expect(latest.get("a")).toBe(1);
      latest.set(`${other}`, other);
    }
    expect(latest.get("99")).toBe(99);
  });

  it("are never more than the number, and at least half of it", () => {
    const latest = new Latest<number>(10);
    const keys = Array.from({ length: 1_000 }, (_none, number) => `${number}`);
    for (const key of keys) latest.set(key, 1);
    for (const key of keys.slice(-5)) expect(latest.get(key)).toBe(1);
    expect(keys.slice(0, -10).map((key) => latest.get(key))).not.toContain(1);
  });

  it("are replaced, and forgotten for good", () => {
    const latest = new Latest<number>(4);
    for (const key of ["a", "b", "c", "d"]) latest.set(key, 1);
    latest.set("a", 2);
    expect(latest.get("a")).toBe(2);
    latest.delete("a");
    expect(latest.get("a")).toBeUndefined();
  });

  it("weigh no more together than they may, and one that weighs too much is not kept", () => {
    const latest = new Latest<number>(1_000, 100);
    const keys = Array.from({ length: 100 }, (_none, number) => `${number}`);
    for (const key of keys) latest.set(key, 10, 10);
    const kept = keys.filter((key) => latest.get(key) !== undefined);
    expect(kept.length).toBeGreaterThanOrEqual(5);
    expect(kept.length).toBeLessThanOrEqual(10);
    latest.set("99", 51, 51);
    expect(latest.get("99")).toBeUndefined();
    expect(latest.get("98")).toBe(10);
  });

  it("weigh once however often they are replaced", () => {
    const latest = new Latest<number>(1_000, 100);
    latest.set("a", 1, 10);
    for (let time = 0; time < 100; time += 1) latest.set("b", time, 10);
    expect([latest.get("a"), latest.get("b")]).toEqual([1, 99]);
  });
});
