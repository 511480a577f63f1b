import { setTimeout as delay } from "node:timers/promises";
import { type DataSource, QueryFailedError } from "typeorm";
import { PersonsSeen } from "../access/persons-seen";
import { open, personal } from "../access/policies";
import { disclosureRule } from "../disclosure/disclosure-rule";
import { notReleased } from "./answer";
import type { CountedMeasure } from "./counted-measure";
import type { Measure } from "./measure";
import { protectHere } from "./protect";
import { StatisticsAccess, type StatisticsSources } from "./statistics-access";

/** Counted for a caller who is permitted to see the records, or not. */
function counted(isProtected: boolean): CountedMeasure {
  return { how: isProtected ? "protected" : "exact" } as CountedMeasure;
}

const never = new AbortController().signal;

const accessUntil = (end: AbortSignal) => new StatisticsAccess(sourcesUntil(end));

/** Of an officer, who waits for no turn, or of an analyst. */
const sourcesUntil = (end: AbortSignal, ...scopes: readonly string[]) =>
  ({
    ...{ end, caller: { scopes: new Set(scopes) }, measures: { analystScope: "statistics" } },
    turn: () => Promise.reject(new Error("no turn")),
  }) as unknown as StatisticsSources;

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

  it("wait for a turn too where it is an analyst who asks", async () => {
    const access = new StatisticsAccess(sourcesUntil(never, "statistics"));
    await expect(access.count(counted(true), async () => 1)).rejects.toThrow("no turn");
    expect(await access.count(counted(false), async () => 1)).toBe(1);
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

describe("a measure is counted", () => {
  const text = { sql: "t.x", type: "text", most: 9 } as const;
  const dispatches: Measure = {
    ...{ unit: "persons", definition: "Who is away.", table: "dispatch" },
    time: { kind: "STOCK", on: (day) => `t.valid @> ${day}` },
    counts: { how: "rows" },
    persons: { how: "rows" },
    records: "Dispatch",
    dimensions: {
      region: text,
      payRate: { ...text, records: "Dispatch.payRatio" },
      organization: { ...text, isInternal: true },
    },
  };
  const measures = {
    DISPATCHES: dispatches,
    GUESTS: { ...dispatches, records: "Guest" },
    EVENTS: { ...dispatches, records: "Event", persons: null },
  };
  const database = (name: string) =>
    ({ name, getMetadata: () => ({ name: "Dispatch" }) }) as unknown as DataSource;
  const [own, ofTables] = [database("own"), database("counted")];
  const rule = disclosureRule(5);

  function askedWith(...scopes: readonly string[]) {
    const seen = new PersonsSeen();
    const access = new StatisticsAccess({
      measures: { measures, analystScope: "dispatch:statistics", earliest: {}, figures: {} },
      access: {
        Dispatch: personal("dispatch:persons"),
        "Dispatch.payRatio": personal("dispatch:pay"),
        Guest: open("dispatch:records"),
        Event: open("published"),
      },
      caller: {
        subject: "x",
        roles: [],
        scopes: new Set(["published", ...scopes]),
        attributes: {},
      },
      ...{
        own,
        counted: ofTables,
        rule,
        seen,
        protect: protectHere,
        turn: async () => undefined,
        end: new AbortController().signal,
      },
      released: async (figures) => figures.map(() => notReleased),
    });
    return { access, seen };
  }

  const persons = ["dispatch:records", "dispatch:persons"];
  const analyst = ["dispatch:records", "dispatch:statistics"];

  it.each([
    ["exactly for one who sees the records", persons, "exact", own, ["Dispatch 7"]],
    [
      "exactly for one who is an analyst too",
      [...persons, ...analyst],
      "exact",
      own,
      ["Dispatch 7"],
    ],
    ["on request and protected for an analyst", analyst, "protected", ofTables, ["Dispatch 7"]],
    ["with that scope alone too", ["dispatch:statistics"], "protected", ofTables, ["Dispatch 7"]],
    ["as is released for the public", [], "released", own, []],
    ["so for an analyst of another area", ["other:statistics"], "released", own, []],
  ])("%s", async (_what, scopes, how, from, noted) => {
    const { access, seen } = askedWith(...scopes);
    const found = access.measure("DISPATCHES", ["region"]);
    expect(found).toMatchObject({ how, rule: how === "protected" ? rule : undefined });
    expect(found.database).toBe(from);
    access.noteCounted(found, [7, 0]);
    expect(await seen.all()).toEqual({ persons: [], counted: noted });
  });

  it("exactly for everybody where nobody is behind it, and nothing is noted", async () => {
    for (const scopes of [[], analyst, persons]) {
      const { access, seen } = askedWith(...scopes);
      const found = access.measure("EVENTS", ["region"]);
      expect(found).toMatchObject({ how: "exact", rule: undefined });
      access.noteCounted(found, [7]);
      expect(await seen.all()).toEqual({ persons: [], counted: [] });
    }
  });

  it("without a note where its records are about nobody, to an analyst who does not see them", async () => {
    const { access, seen } = askedWith("dispatch:statistics");
    const found = access.measure("GUESTS", []);
    expect(found.how).toBe("protected");
    access.noteCounted(found, [7]);
    expect(await seen.all()).toEqual({ persons: [], counted: [] });
  });

  it("for an analyst by no dimension that is only for those who see the records", () => {
    for (const scopes of [[], analyst]) {
      const { access } = askedWith(...scopes);
      expect(access.openDimensions("DISPATCHES")).toEqual(["region", "payRate"]);
      expect(() => {
        access.requireSeen("DISPATCHES", ["organization"]);
      }).toThrow(
        "Expected a caller with dispatch:persons for Dispatch, received one without. Open to it are REGION, PAY_RATE.",
      );
    }
  });

  it("for one who sees the records by nothing that it does not see of them, an analyst or not", () => {
    for (const scopes of [persons, [...persons, ...analyst]]) {
      const { access } = askedWith(...scopes);
      expect(access.openDimensions("DISPATCHES")).toEqual(["region", "organization"]);
    }
  });
});
