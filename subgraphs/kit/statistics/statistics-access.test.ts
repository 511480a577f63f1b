import { setTimeout as delay } from "node:timers/promises";
import { QueryFailedError } from "typeorm";
import { disclosureRule } from "../disclosure/disclosure-rule";
import type { CountedMeasure } from "./counted-measure";
import { StatisticsAccess, type StatisticsSources } from "./statistics-access";

/** A caller who is permitted to see the records, or not. */
function counted(isProtected: boolean): CountedMeasure {
  return { rule: isProtected ? disclosureRule(5) : undefined } as CountedMeasure;
}

const never = new AbortController().signal;

const accessUntil = (end: AbortSignal) => new StatisticsAccess({ end } as StatisticsSources);

/** The most counts at once of three that are asked for in the same turn, of which the first fails. */
async function mostAtOnce(isProtected: boolean): Promise<number> {
  const access = accessUntil(never);
  let running = 0;
  let most = 0;
  const count = async (fails: boolean) => {
    running += 1;
    most = Math.max(most, running);
    await delay(5);
    running -= 1;
    if (fails) throw new Error("failed");
    return most;
  };
  const counts = [true, false, false].map((fails) =>
    access.count(counted(isProtected), () => count(fails)),
  );
  const outcomes = await Promise.allSettled(counts);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  return most;
}

describe("the counts of one request", () => {
  it("wait for each other where the caller does not see the records", async () => {
    expect(await mostAtOnce(true)).toBe(1);
  });

  it("do not where it does", async () => {
    expect(await mostAtOnce(false)).toBe(3);
  });

  it("wait for those alone that wait too", async () => {
    const access = accessUntil(never);
    const order: string[] = [];
    const count = (name: string, milliseconds: number, isProtected: boolean) =>
      access.count(counted(isProtected), async () => {
        order.push(`${name} begins`);
        await delay(milliseconds);
        order.push(`${name} ends`);
      });
    await Promise.all([count("first", 20, true), count("other", 1, false), count("last", 1, true)]);
    expect(order.indexOf("last begins")).toBeGreaterThan(order.indexOf("first ends"));
    expect(order.indexOf("other ends")).toBeLessThan(order.indexOf("first ends"));
  });

  it("are not begun once nobody waits for them", async () => {
    const caller = new AbortController();
    const access = accessUntil(caller.signal);
    const begun: string[] = [];
    const count = (name: string) =>
      access.count(counted(true), async () => {
        begun.push(name);
        await delay(5);
        caller.abort();
      });
    const [first, second] = [count("first"), count("second")];
    await first;
    await expect(second).rejects.toMatchObject({ extensions: { code: "STATISTICS_BUSY" } });
    expect(begun).toEqual(["first"]);
  });

  it("that take too long say so, and others do not", async () => {
    const access = accessUntil(never);
    const failing = (code: string) => () =>
      Promise.reject(new QueryFailedError("", [], Object.assign(new Error("sql"), { code })));
    await expect(access.count(counted(true), failing("57014"))).rejects.toMatchObject({
      extensions: { code: "STATISTICS_TOO_LARGE" },
      message: expect.stringContaining("counted in 15 seconds"),
    });
    for (const other of ["42P01", "55P03"])
      await expect(access.count(counted(true), failing(other))).rejects.toThrow(QueryFailedError);
  });
});
