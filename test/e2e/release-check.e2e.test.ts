import loadHighs from "highs";
import type { DataSource } from "typeorm";
import { answerReleaseCheck } from "../../subgraphs/catalog/release-check/answer-release-check";
import { dispatch } from "../../subgraphs/dispatch/dispatch";
import { createDataSource } from "../../subgraphs/kit/database/data-source";
import { Deadline } from "../../subgraphs/kit/disclosure/known/deadline";
import { Loaders } from "../../subgraphs/kit/loaders";
import { checkTables } from "../../subgraphs/kit/release/check/check-tables";
import type { ReleaseCheck } from "../../subgraphs/kit/release/check/release-check";
import type { RequestContext } from "../../subgraphs/kit/request/request-context";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders, type TestHeaders } from "../support/identity";

/** A row as the check takes it: a key, and a count or bounds. */
type Row = Readonly<Record<string, string | number | null>>;

interface Table {
  readonly measure: string;
  readonly groupBy: readonly string[];
  readonly asOf?: string;
  readonly fiscalYear?: number;
  readonly complete?: boolean;
  readonly rows: readonly Row[];
}

interface CheckedNumber {
  readonly measure: string;
  readonly asOf: string | null;
  readonly fiscalYear: { readonly year: number } | null;
  readonly keys: readonly { readonly dimension: string; readonly value: string | null }[];
  readonly tables: readonly number[];
}

interface Check {
  readonly release: { readonly vintage: number };
  readonly threshold: number;
  readonly width: number;
  readonly decided: boolean;
  readonly safe: boolean;
  readonly findingCount: number;
  readonly findings: readonly {
    readonly kind: string;
    readonly lower: number;
    readonly upper: number | null;
    readonly number: CheckedNumber;
  }[];
  readonly hide: readonly CheckedNumber[] | null;
  readonly fewest: boolean;
}

const number = "{ measure asOf fiscalYear { year } keys { dimension value } tables }";
const question = `query ($tables: [DispatchTableToPublish!]!) {
  dispatchReleaseCheck(tables: $tables) {
    release { vintage } threshold width decided safe findingCount fewest
    findings { kind lower upper number ${number} }
    hide ${number}
  }
}`;

let graph: TestGraph;
let database: DataSource;
let analyst: TestHeaders;

beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
  analyst = {
    ...(await callerHeaders("analyst")),
    "graph-purpose": "a table for the annual report",
  };
  database = createDataSource({
    ...{ url: graph.databases.dispatch.appUrl, applicationName: "checks", poolSize: 1 },
    entities: dispatch.entities,
  });
  await database.initialize();
});
afterAll(async () => {
  await database.destroy();
  await graph.stop();
});

const ask = (tables: readonly Table[], headers = analyst) =>
  graph.execute<{ readonly dispatchReleaseCheck: Check | null }>(question, { tables }, headers);

/** What a check says that has all the time it needs, however busy the machine is: with the register, here. */
async function checkedAtLeisure(tables: readonly Table[]): Promise<Check> {
  const { measures } = dispatch;
  if (!measures) throw new Error("dispatch has no measures");
  const [highs, loaders] = [await loadHighs(), new Loaders(database)];
  const checkRelease: ReleaseCheck = async (task) =>
    checkTables(task, highs, new Deadline(Number.MAX_SAFE_INTEGER));
  const context = {
    ...{ database, checkRelease, asOf: "2026-03-31" },
    statistics: {
      turn: async () => undefined,
      openDimensions: () => [],
      declared: (name: string) => measures.measures[name],
    },
    load: loaders.load.bind(loaders),
  } as unknown as RequestContext;
  const given = tables.map(({ complete = true, rows, ...table }) => ({
    ...{ ...table, complete },
    rows: rows.map((row) => ({ ...row })),
  }));
  return answerReleaseCheck("checkedAtLeisure", measures, given, context);
}

/** A table as the analyst is answered it. */
async function answered(measure: string, when: Pick<Table, "asOf" | "fiscalYear">): Promise<Table> {
  const { asOf, fiscalYear } = when;
  const { data, errors } = await graph.execute<{
    readonly dispatchStatistics: {
      readonly rows: readonly {
        readonly region: { readonly code: string };
        readonly count: {
          readonly value: number | null;
          readonly lower: number;
          readonly upper: number | null;
        };
      }[];
      readonly disclosure: { readonly withheld: boolean };
    };
  }>(
    `query ($measure: DispatchMeasure!, $asOf: Date, $fiscalYears: [Int!]) {
  dispatchStatistics(measure: $measure, groupBy: [REGION], asOf: $asOf, fiscalYears: $fiscalYears) {
    rows { region { code } count { value lower upper } } disclosure { withheld }
  }
}`,
    { measure, asOf, fiscalYears: fiscalYear && [fiscalYear] },
    analyst,
  );
  expect(errors).toEqual([]);
  const { rows, disclosure } = data.dispatchStatistics;
  return {
    ...{ measure, groupBy: ["REGION"], ...when, complete: !disclosure.withheld },
    rows: rows.map(({ region: { code }, count: { value, lower, upper } }) => ({
      region: code,
      ...(value === null ? { lower, upper } : { count: value }),
    })),
  };
}

/** Tables by region with these numbers hidden, wherever they stand. */
function hiding(tables: readonly Table[], hide: readonly CheckedNumber[]): Table[] {
  return tables.map((table, index) => {
    const regions = hide
      .filter((each) => each.tables.includes(index))
      .map(({ keys }) => keys[0]?.value);
    return {
      ...table,
      rows: table.rows.map((row) =>
        regions.includes(String(row["region"])) ? { region: row["region"] ?? null } : row,
      ),
    };
  });
}

const isNumber = (table: Table, index: number) => (each: CheckedNumber) =>
  each.measure === table.measure && each.tables.includes(index);

describe("a check of tables to publish", () => {
  it("finds what two days of a stock tell beside what came and went between them, each safe alone", async () => {
    const tables = await Promise.all([
      answered("ON_DISPATCH", { asOf: "2016-03-31" }),
      answered("ON_DISPATCH", { asOf: "2017-03-31" }),
      answered("DEPARTURES", { fiscalYear: 2016 }),
      answered("RETURNS", { fiscalYear: 2016 }),
    ]);
    for (const table of tables) {
      await expect(checkedAtLeisure([table])).resolves.toMatchObject({
        safe: true,
        findings: [],
        hide: [],
      });
    }
    const together = await checkedAtLeisure(tables);
    expect(together).toMatchObject({ release: { vintage: 1 }, threshold: 5, width: 4 });
    expect(together.safe).toBe(false);
    expect(together.findingCount).toBe(together.findings.length);
    // Each is known better than by the width.
    for (const { kind, lower, upper } of together.findings.filter(
      (each) => each.kind !== "COMPUTED",
    )) {
      expect(["SUPPRESSED", "HIDDEN"]).toContain(kind);
      expect((upper ?? Infinity) - lower).toBeLessThan(4);
    }
    const hide = together.hide ?? [];
    expect(hide.length).toBeGreaterThan(0);
    const after = await checkedAtLeisure(hiding(tables, hide));
    expect(after).toMatchObject({ safe: true, findings: [], hide: [], fewest: true });
    // Without any one of them it would not be safe, if they are the fewest.
    const [, ...fewer] = hide;
    if (together.fewest) {
      await expect(checkedAtLeisure(hiding(tables, fewer))).resolves.toMatchObject({ safe: false });
    }
  });

  it("finds what the agencies of a day tell of its officials, and hides one number", async () => {
    const day = { asOf: "2019-08-31" };
    const tables = await Promise.all([
      answered("ON_DISPATCH", day),
      answered("SENDING_AGENCIES", day),
    ]);
    for (const table of tables) {
      await expect(checkedAtLeisure([table])).resolves.toMatchObject({ safe: true });
    }
    const { findings, hide, fewest, safe } = await checkedAtLeisure(tables);
    expect({ safe, fewest }).toEqual({ safe: false, fewest: true });
    expect(
      findings.map(({ kind, number: { measure, asOf, keys } }) => [kind, measure, asOf, keys]),
    ).toEqual([["HIDDEN", "ON_DISPATCH", "2019-08-31", [latin]]]);
    expect(hide).toHaveLength(1);
    await expect(checkedAtLeisure(hiding(tables, hide ?? []))).resolves.toMatchObject({
      safe: true,
    });
  });

  it("says that a shown number is about too few, and what tables tell of the release", async () => {
    // On record are 6 in Latin America, 2 in the Middle East and 1 in the Pacific; none of them is released.
    const table: Table = {
      ...{ measure: "ON_DISPATCH", groupBy: ["REGION"], asOf: "2014-03-31", complete: false },
      rows: [
        { region: "LATIN_AMERICA", count: 6 },
        { region: "MIDDLE_EAST", count: 2 },
      ],
    };
    const { findings, hide, safe } = await checkedAtLeisure([table]);
    expect(safe).toBe(false);
    const ofRegion = (region: string) =>
      findings.filter(({ number: { measure, asOf, keys } }) => {
        const isOf = measure === "ON_DISPATCH" && asOf === "2014-03-31" && keys.length === 1;
        return isOf && keys[0]?.value === region;
      });
    expect(ofRegion("MIDDLE_EAST").map(({ kind }) => kind)).toContain("SUPPRESSED");
    // What is left of the total.
    expect(ofRegion("PACIFIC")).toMatchObject([{ kind: "SUPPRESSED", lower: 1, upper: 1 }]);
    expect(
      hide
        ?.filter(isNumber(table, 0))
        .map(({ keys }) => keys[0]?.value)
        .sort(),
    ).toEqual(["LATIN_AMERICA", "MIDDLE_EAST"]);
  });

  it("says where tables contradict the release, or each other", async () => {
    const table: Table = {
      ...{ measure: "ON_DISPATCH", groupBy: ["REGION"], asOf: "2014-03-31" },
      rows: [{ region: "EUROPE", count: 121 }],
    };
    const { errors } = await ask([table]);
    expect(errors).toMatchObject([
      {
        extensions: { code: "CONTRADICTORY_NUMBERS" },
        message:
          'Expected in tables[0].rows[0], ON_DISPATCH of 2014-03-31, REGION "EUROPE", 120, as release 1 and the rows before have it; received 121.',
      },
    ]);
  });

  it("is open to analysts with a purpose, and on record", async () => {
    const tables = [
      { measure: "ON_DISPATCH", groupBy: [], asOf: "2014-03-31", rows: [{ count: 399 }] },
    ];
    const codeFor = async (headers: TestHeaders) => {
      const { errors } = await ask(tables, { ...analyst, ...headers });
      return errors.map(({ extensions }) => extensions?.["code"]);
    };
    await expect(codeFor({ authorization: undefined })).resolves.toEqual(["FORBIDDEN"]);
    await expect(codeFor(await callerHeaders("dispatch-officer"))).resolves.toEqual(["FORBIDDEN"]);
    await expect(codeFor({ "graph-purpose": undefined })).resolves.toEqual(["PURPOSE_REQUIRED"]);
    const before = (await graph.audit.entries()).length;
    await expect(codeFor({})).resolves.toEqual([]);
    const entries = (await graph.audit.entries()).slice(before);
    expect(entries).toMatchObject([{ purpose: "a table for the annual report" }]);
    expect(JSON.stringify(entries)).toContain("dispatchReleaseCheck");
  });

  it("costs what its rows cost", async () => {
    const costOf = async (rows: number) => {
      const table = { measure: "ON_DISPATCH", groupBy: [], rows: ones(rows) };
      const { extensions } = await ask([table], { ...analyst, "graph-dry-run": "1" });
      return (extensions as { cost: { estimated: number } }).cost.estimated;
    };
    const [one, many] = [await costOf(1), await costOf(501)];
    expect(many - one).toBe(50_000);
  });

  it.each(badTables())("refuses %s", async (_what, tables, code, message) => {
    const { data, errors } = await ask(tables);
    expect(data?.dispatchReleaseCheck ?? null).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code }, message: expect.stringContaining(message) },
    ]);
  });
});

function ones(rows: number): Row[] {
  return Array.from({ length: rows }, () => ({ count: 1 }));
}

const latin = { dimension: "REGION", value: "LATIN_AMERICA" };

/** What is refused before anything is looked up: what it is, tables, code, and a part of the message. */
function badTables(): (readonly [string, readonly Table[], string, string])[] {
  const total: Table = {
    measure: "ON_DISPATCH",
    groupBy: [],
    asOf: "2014-03-31",
    rows: [{ count: 399 }],
  };
  const byRegion = (...rows: readonly Row[]): Table[] => [{ ...total, groupBy: ["REGION"], rows }];
  const asia = { region: "ASIA" };
  return [
    ["no table", [], "INVALID_TABLE", "at least one table in tables, received none"],
    ["no row", byRegion(), "INVALID_TABLE", "at least one row in tables[0], received none"],
    [
      "too many tables",
      Array.from({ length: 101 }, () => total),
      "STATISTICS_TOO_LARGE",
      "at most 100 tables with 1000 rows together, received 101 with 101",
    ],
    [
      "too many rows",
      [
        { ...total, rows: ones(600) },
        { ...total, rows: ones(401) },
      ],
      "STATISTICS_TOO_LARGE",
      "at most 100 tables with 1000 rows together, received 2 with 1001",
    ],
    [
      "a group twice",
      byRegion({ ...asia, count: 188 }, { ...asia, count: 188 }),
      "INVALID_TABLE",
      "each group once in tables[0], received the one of rows[0] again in rows[1]",
    ],
    [
      "a count beside bounds",
      byRegion({ ...asia, count: 188, lower: 1 }),
      "INVALID_TABLE",
      "in tables[0].rows[0] a count, or bounds where it is hidden, received both",
    ],
    [
      "a number below 0",
      byRegion({ ...asia, count: -1 }),
      "INVALID_TABLE",
      "in tables[0].rows[0] numbers of 0–10000000, received -1",
    ],
    [
      "a number that no group has",
      byRegion({ ...asia, upper: 10_000_001 }),
      "INVALID_TABLE",
      "numbers of 0–10000000, received 10000001",
    ],
    [
      "bounds that cross",
      byRegion({ ...asia, lower: 9, upper: 8 }),
      "INVALID_TABLE",
      "lower <= upper, received lower 9 and upper 8",
    ],
    [
      "a key of another dimension",
      byRegion({ ...asia, homeAgency: "JP-MAFF", count: 1 }),
      "INVALID_TABLE",
      "keys by which its table is grouped, received one by HOME_AGENCY",
    ],
    [
      "an unknown key",
      [{ ...total, groupBy: ["HOME_AGENCY"], rows: [{ homeAgency: "JP-NONE", count: 9 }] }],
      "INVALID_TABLE",
      "Expected for HOME_AGENCY in tables[0].rows[0] one of",
    ],
    [
      "a flow without its year",
      [{ ...total, measure: "DEPARTURES" }],
      "INVALID_TABLE",
      "fiscalYear in tables[0], as DEPARTURES is a flow, received none",
    ],
    [
      "a day and a year",
      [{ ...total, fiscalYear: 2013 }],
      "CONTRADICTORY_DATES",
      "asOf or fiscalYears, received both",
    ],
    [
      "a dimension twice",
      [{ ...total, groupBy: ["REGION", "REGION"] }],
      "INVALID_GROUPING",
      "each dimension once in groupBy of tables[0], received REGION twice",
    ],
    [
      "a dimension that the measure does not have",
      [{ ...total, measure: "SENDING_AGENCIES", groupBy: ["HOME_AGENCY"] }],
      "INVALID_GROUPING",
      "in groupBy of tables[0] a dimension of SENDING_AGENCIES",
    ],
    [
      "a fine dimension without its coarse one",
      [{ ...total, groupBy: ["COUNTRY"] }],
      "INVALID_GROUPING",
      "REGION in groupBy of tables[0] too",
    ],
    [
      "three dimensions",
      [{ ...total, groupBy: ["REGION", "HOME_AGENCY", "ORGANIZATION_TYPE"] }],
      "TABLE_TOO_DETAILED",
      "at most 2 dimensions in groupBy of tables[0], received 3",
    ],
  ];
}
