import * as fc from "fast-check";
import { TokenBuckets } from "./token-buckets";

let now = 0;
let buckets: TokenBuckets;
beforeEach(() => {
  now = 1_000;
  buckets = new TokenBuckets(100, () => now);
});

/** How many of so many requests at once are permitted. */
const taken = (requests: number, caller = "a", perMinute = 60) =>
  Array.from({ length: requests }, () => buckets.take(caller, perMinute)).filter(
    (wait) => wait === 0,
  ).length;

describe("a token bucket", () => {
  it.each([1, 2, 3, 7, 60, 600, 1_000_000])(
    "holds a minute's requests, and no more however long nobody asks: %i",
    (perMinute) => {
      const tries = Math.min(perMinute, 2_000);
      expect(taken(tries, "a", perMinute)).toBe(tries);
      if (tries === perMinute) expect(taken(1, "a", perMinute)).toBe(0);
      now += 3_600_000;
      expect(taken(tries, "a", perMinute)).toBe(tries);
      if (tries === perMinute) expect(taken(1, "a", perMinute)).toBe(0);
    },
  );

  it("refills evenly, request by request", () => {
    taken(60);
    now += 999;
    expect(buckets.take("a", 60)).toBeCloseTo(1);
    now += 1;
    expect(taken(5)).toBe(1);
    now += 10_000;
    expect(taken(60)).toBe(10);
  });

  it("gives parts of requests, and can be left half full", () => {
    const part = (requests: number) => buckets.take("a", 60, { requests, leaving: 30 });
    for (let page = 0; page < 300; page += 1) expect(part(0.1)).toBe(0);
    expect(part(0.1)).toBeCloseTo(100);
    // What is left is for other requests.
    expect(taken(31)).toBe(30);
    expect(part(0.1)).toBeCloseTo(30_100);
    now += 30_100;
    expect([part(0.1), part(0)]).toEqual([0, 0]);
    expect(part(0.1)).toBeCloseTo(100);
  });

  it("says how long it takes until there is a request in it, to the millisecond", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 10 }),
        (perMinute, pauses) => {
          const one = new TokenBuckets(100, () => now);
          for (let sent = 0; sent < perMinute; sent += 1) one.take("a", perMinute);
          for (const pause of pauses) {
            now += pause;
            const wait = one.take("a", perMinute);
            if (wait === 0) continue;
            now += wait - 1;
            expect(one.take("a", perMinute)).toBeGreaterThan(0);
            now += 1;
            expect(one.take("a", perMinute)).toBe(0);
          }
        },
      ),
    );
  });

  it("permits no more than its rate and one bucket, in whatever rhythm somebody asks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 100 }),
        (perMinute, pauses) => {
          const [one, start] = [new TokenBuckets(100, () => now), now];
          let permitted = 0;
          for (const pause of pauses) {
            now += pause;
            for (let sent = 0; sent < 3; sent += 1) {
              if (one.take("a", perMinute) === 0) permitted += 1;
            }
          }
          expect(permitted).toBeLessThanOrEqual(perMinute * (1 + (now - start) / 60_000) + 0.01);
        },
      ),
    );
  });

  it("takes nothing for a request that is refused", () => {
    taken(60);
    for (let sent = 0; sent < 1_000; sent += 1) buckets.take("a", 60);
    now += 1_000;
    expect(taken(2)).toBe(1);
  });

  it("is the same for a caller who comes with tokens of different roles", () => {
    expect([taken(200, "a", 120), taken(1_000, "a", 600)]).toEqual([120, 480]);
    expect(taken(1, "a", 120)).toBe(0);
    now += 1_000;
    expect(taken(20, "a", 600)).toBe(10);
  });

  it("is each caller's own", () => {
    taken(60, "a");
    expect([taken(61, "b"), taken(1, "a")]).toEqual([60, 0]);
  });
});

describe("the memory of token buckets", () => {
  it("is bounded: the caller that has taken nothing for longest is forgotten", () => {
    taken(60, "first");
    taken(60, "second");
    for (let address = 0; address < 98; address += 1) taken(1, `address ${address}`);
    expect([taken(1, "first"), taken(1, "second")]).toEqual([0, 0]);
    for (let address = 98; address < 2_000; address += 1) {
      now += 0.01;
      taken(1, `address ${address}`);
      expect(buckets.size).toBeLessThanOrEqual(100);
    }
    expect(taken(1, "second")).toBe(1);
  });

  it("holds nobody whose bucket is full", () => {
    for (let address = 0; address < 50; address += 1) taken(3, `address ${address}`);
    now += 3_000;
    taken(1, "another");
    expect(buckets.size).toBe(1);
  });
});
