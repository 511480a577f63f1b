import type { DataSource } from "typeorm";
import { disclosureRule } from "../disclosure/disclosure-rule";
import { shownCell } from "./answer";
import type { Measure } from "./measure";
import { type Protect, protectHere } from "./protect";
import { runStatistics } from "./statistics";
import type { TableToProtect } from "./table-to-protect";

const measure: Measure = {
  unit: "persons",
  definition: "Persons.",
  table: "person",
  time: { kind: "STOCK", on: (day) => `t.day <= ${day}` },
  counts: { how: "rows" },
  persons: { how: "rows" },
  records: "Person",
  dimensions: {
    region: { sql: "t.region", type: "text", most: 9 },
    country: { sql: "t.country", type: "text", most: 99, within: "region" },
  },
};

/** What the database would answer: countries within regions. */
function counted(regions: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  return Object.entries(regions).flatMap(([k0, countries]) =>
    Object.entries(countries).map(([k1, n]) => ({
      begins: "2000-04-01",
      place: 1,
      mask: 0,
      k0,
      k1,
      n,
      p: n,
    })),
  );
}

const ask = (rows: readonly object[], more = {}, protect = protectHere) =>
  runStatistics(
    { query: () => Promise.resolve(rows) } as unknown as DataSource,
    {
      name: "persons",
      measureName: "PERSONS",
      measure,
      periods: [{ from: null, to: "2024-03-31", fiscalYear: null }],
      groupBy: ["country"],
      filter: {},
      orderBy: [],
      limit: 10,
      rule: disclosureRule(5),
      ...more,
    },
    protect,
  );

describe("countries where those of one region cannot be shown, not even their names", () => {
  const rows = counted({
    ASIA: { IN: 30, TH: 9 },
    PACIFIC: { FJ: 1, KI: 1, PW: 1, TO: 1, TV: 1, WS: 1 },
  });

  it("leave what anybody could compute in the remainder, and not how many they are", async () => {
    const { rows: shown, remainder, total, withheld } = await ask(rows);
    expect(shown.map(({ keys, count }) => [keys.get("country"), count.value])).toEqual([
      ["IN", 30],
      ["TH", 9],
    ]);
    expect([total.value, withheld]).toEqual([45, true]);
    expect(remainder).toEqual({ rows: null, count: shownCell(6) });
  });

  it("add to the remainder what the limit leaves out", async () => {
    const { remainder } = await ask(rows, { limit: 1 });
    expect(remainder).toEqual({ rows: null, count: shownCell(15) });
  });

  it("are not disclosed by a filter that would select them, nor by one that selects nothing", async () => {
    for (const country of ["FJ", "XX"]) {
      const marked = rows.map((row) => ({ ...row, s1: row.k1 === country }));
      const { rows: selected, total } = await ask(marked, { filter: { country: { eq: country } } });
      expect(selected).toEqual([]);
      expect(total).toMatchObject({ value: null, suppressed: true, lower: null, upper: null });
    }
  });

  it("leave the others to a filter that names these alone", async () => {
    const named = rows.map((row) => ({ ...row, s1: ["IN", "TH"].includes(row.k1) }));
    const filter = { country: { in: ["IN", "TH"] } };
    const whole = { remainder: null, total: shownCell(39), withheld: false };
    expect(await ask(named, { filter })).toMatchObject(whole);
    expect(await ask(named, { filter, groupBy: [] })).toMatchObject(whole);
    const byRegion = await ask(named, { filter, groupBy: ["region"] });
    expect(byRegion).toMatchObject({ ...whole, rows: [{ count: shownCell(39) }] });
  });

  it("are not disclosed by a filter that names others with them, whether they exist or not", async () => {
    for (const country of ["FJ", "XX"]) {
      const filter = { country: { in: ["IN", country] } };
      const marked = rows.map((row) => ({ ...row, s1: ["IN", country].includes(row.k1) }));
      const { remainder, total, withheld } = await ask(marked, { filter });
      expect(total).toMatchObject({ value: null, suppressed: true, lower: null, upper: null });
      expect(withheld).toBe(true);
      expect(remainder).toMatchObject({ rows: null, count: { value: null, suppressed: true } });
    }
  });
});

describe("what is protected", () => {
  const rows = counted({ ASIA: { IN: 30, TH: 9 } });
  const failing: Protect = () => Promise.reject(new Error("failed"));

  it("is not shown where protecting it fails", async () => {
    await expect(ask(rows, {}, failing)).rejects.toThrow("failed");
  });

  it("is the whole table, whatever part of it is asked for, and nothing of the filter", async () => {
    const tables: TableToProtect[] = [];
    const noting: Protect = (table) => {
      tables.push(table);
      return protectHere(table);
    };
    await ask(rows, {}, noting);
    const marked = rows.map((row) => ({ ...row, s1: row.k1 === "IN" }));
    await ask(marked, { filter: { country: { eq: "IN" } }, groupBy: [] }, noting);
    expect(tables[1]).toEqual(tables[0]);
    expect(tables[0]).toEqual({
      measure: "PERSONS",
      dimensions: ["region", "country"],
      isNested: true,
      period: { from: null, to: "2024-03-31", fiscalYear: null },
      knownAt: undefined,
      rule: disclosureRule(5),
      groups: expect.arrayContaining([
        { keys: ["ASIA", "IN"], count: 30, persons: 30 },
        { keys: [undefined, undefined], count: 39, persons: 39 },
      ]),
    });
  });

  it("is no period that the records do not cover", async () => {
    const periods = [{ from: null, to: "1999-03-31", fiscalYear: null }];
    const { total } = await ask(rows, { periods }, failing);
    expect(total.reason).toBe("NOT_COVERED");
  });

  it("is nothing for a caller who sees the records", async () => {
    const { total } = await ask(rows, { rule: undefined }, failing);
    expect(total.value).toBe(39);
  });
});
