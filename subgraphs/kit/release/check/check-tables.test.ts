import loadHighs, { type Highs } from "highs";
import { Deadline } from "../../disclosure/known/deadline";
import { anything } from "../../disclosure/known/interval";
import { Contradiction, KnownBlock } from "../../disclosure/known/known-block";
import { disclosureRule } from "../../disclosure/disclosure-rule";
import type { ReleasedTable } from "../released-rows";
import type { CheckedMeasure, CheckTask, GivenRow, GivenTable, NumberName } from "./check-task";
import { mostNumbers } from "./check-system";
import { checkTables } from "./check-tables";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const plain: CheckedMeasure = { isAdditive: true, isOfPersons: true, overlapping: [], linked: {} };

/** Numbers by region, and `all` of them; without a number where they are suppressed. */
type Numbers = Readonly<Record<string, number | null>>;

const keyOf = (region: string) => (region === "all" ? undefined : region);

function released(measure: string, period: string, numbers: Numbers): ReleasedTable {
  return {
    ...{ measure, period, dimensions: "region", withheld: [false, false], innerWithheld: false },
    rows: Object.entries(numbers).map(([region, value]) => ({
      ...{ keys: [keyOf(region)], value, lower: value ?? 0, upper: value },
    })),
  };
}

/** A table to publish: some groups of several. */
function given(measure: string, period: string, numbers: Numbers): GivenTable {
  return {
    ...{ measure, period, dimensions: ["region"], isComplete: false },
    rows: Object.entries(numbers).map(([region, count]): GivenRow => ({
      keys: [keyOf(region)],
      count,
      interval: anything,
    })),
  };
}

function check(task: Omit<CheckTask, "rule">, milliseconds = 1e9) {
  const outcome = checkTables(
    { rule: disclosureRule(5), ...task },
    highs,
    new Deadline(milliseconds),
  );
  if (outcome.outcome !== "checked") throw new Error(JSON.stringify(outcome));
  const { findings, hide, isDecided, isFewest } = outcome;
  return {
    ...{ isDecided, isFewest },
    findings: findings.map(({ kind, number, interval: { lower, upper } }) =>
      [kind, nameOf(number), `${lower}-${upper}`].join(" "),
    ),
    hide: hide?.map(nameOf) ?? null,
  };
}

function nameOf({ kind, measure, period, group, dimension }: NumberName): string {
  const of = group.map(([, key]) => key).join();
  return [kind, measure, period, of, dimension].filter(Boolean).join(" ");
}

const safe = { isDecided: true, isFewest: true, findings: [], hide: [] };

describe("a check of tables beside a release", () => {
  const measures = { STOCK: plain };
  const register = [released("STOCK", "2020-03-31", { all: 30, A: 20, B: null, C: null })];

  it("finds that what the release suppresses would be known, and what follows from it", () => {
    const tables = [given("STOCK", "2020-03-31", { B: 7 })];
    expect(check({ measures, released: register, given: tables })).toEqual({
      ...{ isDecided: true, isFewest: true },
      findings: [
        "SUPPRESSED GROUP STOCK 2020-03-31 B 7-7",
        "SUPPRESSED GROUP STOCK 2020-03-31 C 3-3",
      ],
      hide: ["GROUP STOCK 2020-03-31 B"],
    });
  });

  it("finds nothing in what the release shows", () => {
    const tables = [given("STOCK", "2020-03-31", { A: 20 })];
    expect(check({ measures, released: register, given: tables })).toEqual(safe);
  });

  it("finds a small number that a table shows, and one that is left over", () => {
    const tables = [given("STOCK", "2020-06-30", { all: 24, A: 20, B: 3 })];
    const { findings, hide } = check({ measures, released: register, given: tables });
    expect(findings).toContain("SHOWN GROUP STOCK 2020-06-30 B 3-3");
    expect(findings).toContain("COMPUTED OTHERS STOCK 2020-06-30 region 1-1");
    expect(hide).toHaveLength(2);
  });

  it("hides bounds that say too much", () => {
    const [table] = [given("STOCK", "2020-03-31", { B: null })];
    const rows = table.rows.map((row) => ({ ...row, interval: { lower: 6, upper: 8 } }));
    expect(check({ measures, released: register, given: [{ ...table, rows }] })).toMatchObject({
      findings: [
        "SUPPRESSED GROUP STOCK 2020-03-31 B 6-8",
        "SUPPRESSED GROUP STOCK 2020-03-31 C 2-4",
      ],
      hide: ["GROUP STOCK 2020-03-31 B"],
    });
  });

  it("never says that it is safe where there was no time to look", () => {
    for (const row of [{ B: 7 }, { A: 20 }]) {
      const tables = [given("STOCK", "2020-03-31", row)];
      expect(check({ measures, released: register, given: tables }, 0)).toEqual({
        ...{ isDecided: false, isFewest: false, findings: [], hide: null },
      });
    }
  });

  it("says nothing where the solver contradicts itself", () => {
    const limit = jest.spyOn(KnownBlock.prototype, "limit").mockImplementation(() => {
      throw new Contradiction();
    });
    try {
      const tables = [given("STOCK", "2020-03-31", { B: 7 })];
      expect(check({ measures, released: register, given: tables })).toMatchObject({
        ...{ isDecided: false, hide: null },
      });
    } finally {
      limit.mockRestore();
    }
  });

  it("says where tables contradict the release, or each other", () => {
    const contradiction = (...tables: readonly GivenTable[]) =>
      checkTables(
        { rule: disclosureRule(5), measures, released: register, given: tables },
        highs,
        new Deadline(1e9),
      );
    expect(contradiction(given("STOCK", "2020-03-31", { B: 11 }))).toMatchObject({
      outcome: "contradictory",
      at: { table: 0, row: 0, expected: { lower: 0, upper: 10 }, received: { lower: 11 } },
    });
    const [one, other] = [{ B: 6 }, { C: 5 }].map((row) => given("STOCK", "2020-03-31", row));
    if (!one || !other) throw new Error("no tables");
    expect(contradiction(one, other)).toMatchObject({
      outcome: "contradictory",
      at: { table: 1, row: 0, expected: { lower: 4, upper: 4 }, received: { lower: 5 } },
    });
  });
});

/** Tables of a stock on days one after the other, each by regions and its own countries, with flows of ten years. */
function manyTables(days: number, rows: number): Omit<CheckTask, "rule"> {
  const flows = { in: "CAME", out: "WENT" };
  const years = Array.from({ length: 10 }, (_year, index) => `FY${2010 + index}`);
  return {
    measures: { STOCK: { ...plain, linked: { flows } }, CAME: plain, WENT: plain },
    released: ["CAME", "WENT"].flatMap((flow) =>
      years.map((year) => released(flow, year, { all: 200 })),
    ),
    given: Array.from({ length: days }, (_day, day) => ({
      measure: "STOCK",
      period: new Date(Date.UTC(2015, 5, 1 + day)).toISOString().slice(0, 10),
      ...{ dimensions: ["region", "country"], isComplete: true },
      rows: Array.from({ length: rows }, (_row, row) => ({
        ...{ keys: [`R${day % 10}`, `C${day}-${row}`], count: 9, interval: anything },
      })),
    })),
  };
}

describe("a check of many tables", () => {
  const outcomeOf = (task: Omit<CheckTask, "rule">, milliseconds: number) =>
    checkTables({ rule: disclosureRule(5), ...task }, highs, new Deadline(milliseconds));

  it("is refused before it takes memory, if too many numbers would follow", () => {
    const begin = performance.now();
    expect(outcomeOf(manyTables(100, 10), 1e9)).toEqual({
      ...{ outcome: "tooLarge", numbers: 241_320, most: mostNumbers },
    });
    expect(performance.now() - begin).toBeLessThan(3_000);
  });

  it("keeps its time while it relates the numbers", () => {
    const begin = performance.now();
    expect(outcomeOf(manyTables(20, 10), 50)).toMatchObject({
      ...{ outcome: "checked", isDecided: false, findings: [], hide: null, isFewest: false },
    });
    expect(performance.now() - begin).toBeLessThan(1_500);
  });

  it("takes 1,000 rows of one table", () => {
    const rows = Array.from({ length: 1_000 }, (_row, row): GivenRow => {
      const keys = [`R${Math.floor(row / 25)}`, `T${row % 25}`];
      return { keys, count: 7, interval: anything };
    });
    const table = { measure: "STOCK", period: "2020-03-31", isComplete: true, rows };
    const tables = [{ ...table, dimensions: ["region", "type"] }];
    expect(check({ measures: { STOCK: plain }, released: [], given: tables })).toEqual(safe);
  });
});

describe("a check of tables knows", () => {
  const hidden = { all: 40, A: 20, B: null, C: null };

  it("that a stock is the one before, and what came, less what went", () => {
    const flows = { in: "CAME", out: "WENT" };
    const measures = { STOCK: { ...plain, linked: { flows } }, CAME: plain, WENT: plain };
    const register = ["2020-03-31", "2021-03-31"].map((day) => released("STOCK", day, hidden));
    const tables = [
      given("STOCK", "2021-03-31", { B: 12 }),
      given("CAME", "FY2020", { B: 8 }),
      given("WENT", "FY2020", { B: 6 }),
    ];
    const { findings } = check({ measures, released: register, given: tables });
    expect(findings).toContain("SUPPRESSED GROUP STOCK 2020-03-31 B 10-10");
  });

  it("what must have come in a part of a year, by whatever a stock is given", () => {
    const flows = { in: "CAME", out: "WENT" };
    const measures = { STOCK: { ...plain, linked: { flows } }, CAME: plain, WENT: plain };
    const register = [
      released("STOCK", "2020-03-31", { all: 40, A: 40 }),
      released("STOCK", "2021-03-31", { all: 43, A: 43 }),
      { ...released("CAME", "FY2020", { all: 3 }), dimensions: "" },
      { ...released("WENT", "FY2020", { all: 0 }), dimensions: "" },
    ].map((table) =>
      table.dimensions === ""
        ? { ...table, rows: table.rows.map((row) => ({ ...row, keys: [] })) }
        : table,
    );
    const tables = [given("STOCK", "2020-06-30", { A: 42 })];
    const { findings } = check({ measures, released: register, given: tables });
    expect(findings).toContain("COMPUTED GROUP CAME 2020-03-31,2020-06-30 A 2-2");
  });

  it("that some are among others, and where the total of the others is open", () => {
    const register = [released("ALL", "FY2020", { all: 20, A: 20 })];
    const measuresOf = (linked: CheckedMeasure["linked"]) => ({
      SOME: { ...plain, linked },
      ALL: plain,
    });
    const tables = [given("SOME", "FY2020", { all: 18 })];
    const protectedRest = { measures: measuresOf({ partOf: "ALL" }), released: register };
    expect(check({ ...protectedRest, given: tables }).findings).toContain(
      "COMPUTED REST SOME FY2020 2-2",
    );
    const openRest = { measures: measuresOf({ atMost: "ALL" }), released: register };
    expect(check({ ...openRest, given: tables }).findings).not.toContain(
      "COMPUTED REST SOME FY2020 2-2",
    );
    const byRegion = [given("SOME", "FY2020", { A: 18 })];
    expect(check({ ...openRest, given: byRegion }).findings).toContain(
      "COMPUTED REST SOME FY2020 A 2-2",
    );
  });

  it("that everybody in a stock came", () => {
    const measures = { STOCK: { ...plain, linked: { cameBy: "CAME" } }, CAME: plain };
    const register = [released("STOCK", "2021-03-31", hidden)];
    const tables = [given("CAME", "FY2020", { A: 30, B: 18, C: 5 })];
    const { findings } = check({ measures, released: register, given: tables });
    expect(findings).toContain("SUPPRESSED GROUP STOCK 2021-03-31 B 15-18");
  });

  it("that there are no more groups than there are persons in them", () => {
    const groupsOf = { measure: "STOCK", dimension: "agency" };
    const measures = {
      STOCK: plain,
      AGENCIES: { ...plain, isAdditive: false, isOfPersons: false, linked: { groupsOf } },
    };
    const register = [released("STOCK", "2020-03-31", hidden)];
    const tables = [given("AGENCIES", "2020-03-31", { B: 18 })];
    const { findings } = check({ measures, released: register, given: tables });
    expect(findings).toContain("SUPPRESSED GROUP STOCK 2020-03-31 B 18-20");
    expect(findings).toContain("SUPPRESSED GROUP STOCK 2020-03-31 C 0-2");
  });

  it("that nobody is in a group of a region that has no row for its groups, as the table has all", () => {
    const groupsOf = { measure: "STOCK", dimension: "agency" };
    const measures = {
      STOCK: plain,
      AGENCIES: { ...plain, isAdditive: false, isOfPersons: false, linked: { groupsOf } },
    };
    const stock = given("STOCK", "2020-06-30", { all: 40, A: 30, B: null, C: null });
    const agencies = given("AGENCIES", "2020-06-30", { all: 6, A: 4, C: 2 });
    const tables = [stock, agencies].map((table) => ({ ...table, isComplete: true }));
    const { findings } = check({ measures, released: [], given: tables });
    expect(findings).toContain("HIDDEN GROUP STOCK 2020-06-30 B 0-0");
    expect(findings).toContain("HIDDEN GROUP STOCK 2020-06-30 C 10-10");
  });

  it.each<[string, Numbers, boolean]>([
    ["the table of groups has all", { all: 6, A: 4, B: 1, C: 1 }, true],
    ["groups that are shown are all that there are", { all: 6, A: 4, B: 1, C: 1 }, false],
  ])(
    "that nobody is in a region without a row for its groups, as %s",
    (_why, groups, isComplete) => {
      const groupsOf = { measure: "STOCK", dimension: "agency" };
      const measures = {
        STOCK: plain,
        AGENCIES: { ...plain, isAdditive: true, isOfPersons: false, linked: { groupsOf } },
      };
      // There could be others, so neither of the two hidden numbers is known; nobody is there without an agency.
      const stock = given("STOCK", "2020-06-30", { all: 48, A: 30, B: 8, C: null });
      expect(check({ measures, released: [], given: [stock] })).toEqual(safe);
      const agencies = { ...given("AGENCIES", "2020-06-30", groups), isComplete };
      expect(check({ measures, released: [], given: [stock, agencies] }).findings).toContain(
        "HIDDEN GROUP STOCK 2020-06-30 C 10-10",
      );
      const register = [released("AGENCIES", "2020-06-30", groups)];
      expect(check({ measures, released: register, given: [stock] }).findings).toContain(
        "HIDDEN GROUP STOCK 2020-06-30 C 10-10",
      );
    },
  );

  it("that groups differ much in size from year to year", () => {
    const groupsOf = { measure: "CAME", dimension: "region" };
    const measures = {
      CAME: plain,
      REGIONS: { ...plain, isAdditive: false, isOfPersons: false, linked: { groupsOf } },
    };
    const register = [released("CAME", "FY2010", { all: 600, A: 300, B: 300 })];
    const tables = [
      { ...given("CAME", "FY2020", { all: 24, A: 8, B: 16 }), isComplete: true },
      {
        ...{ measure: "REGIONS", period: "FY2020", dimensions: [], isComplete: true },
        rows: [{ keys: [], count: 2, interval: anything }],
      },
    ];
    expect(check({ measures, released: register, given: tables })).toEqual(safe);
    const hidden = { ...released("CAME", "FY2020", { all: 24, A: null, B: null }) };
    expect(
      check({
        ...{ measures, released: [...register, hidden] },
        given: [given("CAME", "FY2020", { A: 8 })],
      }).findings,
    ).toContain("SUPPRESSED GROUP CAME FY2020 B 16-16");
  });

  it("that all groups together are more than the greatest number of any", () => {
    const groupsOf = { measure: "STOCK", dimension: "agency" };
    const measures = {
      STOCK: plain,
      AGENCIES: { ...plain, isAdditive: false, isOfPersons: false, linked: { groupsOf } },
    };
    const regions = Object.fromEntries(["A", "B", "C", "D"].map((name) => [name, 5_000]));
    const tables = [
      { ...given("STOCK", "2020-06-30", regions), isComplete: true },
      {
        ...{ measure: "STOCK", period: "2020-06-30", dimensions: ["agency"], isComplete: true },
        rows: [{ keys: ["one"], count: null, interval: anything }],
      },
      {
        ...{ measure: "AGENCIES", period: "2020-06-30", dimensions: [], isComplete: true },
        rows: [{ keys: [], count: 1, interval: anything }],
      },
    ];
    expect(check({ measures, released: [], given: tables }).findings).toEqual([
      "HIDDEN GROUP STOCK 2020-06-30 one 20000-20000",
    ]);
  });

  it("that who is in several groups is in the whole once", () => {
    const measures = { STOCK: { ...plain, isAdditive: false, overlapping: ["region"] } };
    const tables = [given("STOCK", "2020-03-31", { all: 20, A: 18, B: 10 })];
    expect(check({ measures, released: [], given: tables }).findings).toContain(
      "COMPUTED OUTSIDE STOCK 2020-03-31 A region 2-2",
    );
  });
});
