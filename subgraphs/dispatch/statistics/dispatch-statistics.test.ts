import { Client } from "pg";
import { analystOf, publicCaller } from "../../../test/support/callers";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { fillWithDispatches, withoutChecks } from "../office/many-dispatches.fixture";
import { dispatch } from "../dispatch";

const day = "2014-03-31";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  const owner = new Client({ connectionString: subgraph.ownerUrl });
  await owner.connect();
  await owner.query(withoutChecks);
  await owner.query(fillWithDispatches(300));
  await owner.query("UPDATE record_coverage SET begins = '1985-04-01'");
  await owner.end();
});
afterAll(() => subgraph.stop());

interface Row {
  readonly region?: { readonly code: string };
  readonly country?: { readonly code: string };
  readonly fiscalYear?: { readonly year: number };
  readonly count: { readonly value: number };
  readonly share: number | null;
}

interface Answer {
  readonly dispatchStatistics: {
    readonly rows: readonly Row[];
    readonly total: { readonly value: number | null; readonly reason: string | null };
    readonly totals: readonly { readonly count: { readonly value: number } }[];
    readonly remainder: {
      readonly rows: number;
      readonly count: { readonly value: number | null };
      readonly share: number | null;
    } | null;
  };
}

const asOfficer = (args: string, variables = {}, declared = "") =>
  subgraph.execute<Answer>(
    `query ${declared} { dispatchStatistics(${args}) {
      rows { fiscalYear { year } region { code } country { code } count { value } share }
      total { value reason } totals { count { value } } remainder { rows count { value } share } } }`,
    variables,
  );

const counts = ({ data }: { data: Answer }) =>
  data.dispatchStatistics.rows.map(({ count }) => count.value);

describe("statistics of dispatches", () => {
  it("is one row without a grouping, and one a fiscal year", async () => {
    const one = await asOfficer(`measure: ON_DISPATCH, asOf: "${day}"`);
    const years = await asOfficer("measure: ON_DISPATCH, fiscalYears: [2013, 2012]");
    expect(one.data.dispatchStatistics.rows).toHaveLength(1);
    expect(years.data.dispatchStatistics.rows.map(({ fiscalYear }) => fiscalYear?.year)).toEqual([
      2012, 2013,
    ]);
    // The stock of a fiscal year is taken on its last day.
    expect(counts(years)[1]).toBe(counts(one)[0]);
    expect(years.data.dispatchStatistics.total).toEqual({ value: null, reason: "NOT_ADDITIVE" });
  });

  it("adds flows of fiscal years up", async () => {
    const { data } = await asOfficer("measure: DEPARTURES, fiscalYears: [2012, 2013]");
    const { total, totals } = data.dispatchStatistics;
    expect(total.value).toBe(totals.reduce((sum, { count }) => sum + count.value, 0));
    const upTo = await asOfficer(`measure: DEPARTURES, asOf: "2014-03-31"`);
    const before = await asOfficer(`measure: DEPARTURES, asOf: "2012-03-31"`);
    expect(total.value).toBe((counts(upTo)[0] ?? 0) - (counts(before)[0] ?? 0));
  });

  it("puts in one remainder what the limit leaves out", async () => {
    const args = `measure: ON_DISPATCH, asOf: "${day}", groupBy: [COUNTRY], orderBy: [{ by: COUNT, direction: DESC }]`;
    const all = await asOfficer(args);
    const few = await asOfficer(`${args}, limit: 3`);
    expect(counts(few)).toEqual(counts(all).slice(0, 3));
    const left = counts(all).slice(3);
    const { remainder, total } = few.data.dispatchStatistics;
    expect(remainder).toEqual({
      rows: left.length,
      count: { value: left.reduce((sum, value) => sum + value, 0) },
      share: (remainder?.count.value ?? 0) / (total.value ?? 0),
    });
    expect(all.data.dispatchStatistics.remainder).toBeNull();
  });

  it("orders by count either way, then by key, and leaves out what is out of bounds", async () => {
    const args = `measure: ON_DISPATCH, asOf: "${day}", groupBy: [COUNTRY]`;
    const up = counts(await asOfficer(`${args}, orderBy: [{ by: COUNT }]`));
    expect(up).toEqual([...up].sort((a, b) => a - b));
    const byKey = await asOfficer(args);
    const codes = byKey.data.dispatchStatistics.rows.map(({ country }) => country?.code);
    expect(codes).toEqual([...codes].sort());
    const most = Math.max(...up);
    const having = await asOfficer(`${args}, having: { gte: ${most} }`);
    expect(counts(having)).toEqual([most]);
    expect(having.data.dispatchStatistics.total).toEqual(byKey.data.dispatchStatistics.total);
  });

  it("gives each row its share of the total of its year", async () => {
    const { data } = await asOfficer(
      `measure: ON_DISPATCH, fiscalYears: [2012, 2013], groupBy: [REGION]`,
    );
    const { rows, totals } = data.dispatchStatistics;
    for (const { fiscalYear, count, share } of rows) {
      const total = totals[fiscalYear?.year === 2012 ? 0 : 1]?.count.value ?? 0;
      expect(share).toBe(count.value / total);
    }
  });

  it("counts what the filter lets through, as the list of the same day does", async () => {
    const statistics = await asOfficer(
      `measure: ON_DISPATCH, asOf: "${day}", filter: { country: { in: ["FR", "CH"] }, region: { eq: AFRICA } }`,
    );
    const list = await subgraph.execute<{ dispatches: { totalCount: number } }>(
      `{ dispatches(asOf: "${day}", filter: { country: { in: ["FR", "CH"] }, region: { eq: AFRICA } }) { totalCount } }`,
    );
    expect(counts(statistics)).toEqual([list.data.dispatches.totalCount]);
  });

  it("is one statement, whatever the grouping", async () => {
    for (const groupBy of ["", "REGION", "REGION, TERM", "COUNTRY, HOME_AGENCY, PAY_RATE"]) {
      const { statements } = await subgraph.execute(
        `{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2011, 2012, 2013], groupBy: [${groupBy}]) { rows { count { value } } } }`,
      );
      expect(statements).toEqual(["dispatchStatistics"]);
    }
  });
});

describe("statistics that cannot be answered are refused before any SQL", () => {
  const asAnalyst = () => subgraph.asCaller(analystOf("dispatch"));
  const years = (length: number) => Array.from({ length }, (_unused, index) => 1948 + index);

  it.each([
    ["a day and fiscal years", `asOf: "${day}", fiscalYears: [2013]`, "CONTRADICTORY_DATES"],
    ["no fiscal year", "fiscalYears: []", "INVALID_FISCAL_YEAR"],
    ["a fiscal year twice", "fiscalYears: [2013, 2013]", "INVALID_FISCAL_YEAR"],
    ["a fiscal year there is none of", "fiscalYears: [1800]", "INVALID_FISCAL_YEAR"],
    ["a dimension twice", "groupBy: [REGION, REGION]", "INVALID_GROUPING"],
    ["no rows", "limit: 0", "INVALID_LIMIT"],
    ["too many rows", "limit: 5001", "INVALID_LIMIT"],
    ["bounds the wrong way round", "having: { gte: 5, lte: 4 }", "INVALID_FILTER"],
    ["one ordering twice", "orderBy: [{ by: KEY }, { by: KEY }]", "INVALID_ORDERING"],
    ["a null operand", "filter: { country: { eq: null } }", "INVALID_FILTER"],
    [
      "a million groups",
      "groupBy: [COUNTRY, HOME_AGENCY, ORGANIZATION_TYPE, TERM]",
      "STATISTICS_TOO_LARGE",
    ],
    ["a moment to come", 'knownAt: "2999-01-01"', "INVALID_KNOWN_AT"],
    ["an unknown dimension", "groupBy: [SHOE_SIZE]", "GRAPHQL_VALIDATION_FAILED"],
  ])("%s", async (_what, args, code) => {
    const { errors, statements } = await asOfficer(`measure: ON_DISPATCH, ${args}`);
    expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual([code]);
    expect(statements).toEqual([]);
  });

  it("ten thousand fiscal years", async () => {
    const { errors, statements } = await asOfficer(
      "measure: ON_DISPATCH, fiscalYears: $years",
      { years: years(10_000) },
      "($years: [Int!])",
    );
    expect(errors).toMatchObject([
      {
        message: "Expected 1–153 fiscal years, received 10000.",
        extensions: { code: "INVALID_FISCAL_YEAR" },
      },
    ]);
    expect(statements).toEqual([]);
  });

  it.each(['{ eq: "UK" }', '{ in: ["FR", "UK"] }'])(
    "a code that no country has: %s",
    async (condition) => {
      const { errors, statements } = await asAnalyst().execute(
        `{ dispatchStatistics(measure: ON_DISPATCH, filter: { country: ${condition} }) { total { value } } }`,
      );
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(
            /^Expected for country in filter one of "AD", "AE", .* and 2\d\d more; received "UK"\.$/,
          ) as string,
          extensions: { code: "INVALID_FILTER" },
        },
      ]);
      expect(statements).toEqual([]);
    },
  );

  it("what a measure does not have", async () => {
    const { errors } = await asOfficer("measure: SENDING_AGENCIES, groupBy: [HOME_AGENCY]");
    expect(errors).toMatchObject([
      {
        message:
          "Expected in groupBy a dimension of SENDING_AGENCIES: REGION, ORGANIZATION_TYPE, ORGANIZATION, COUNTRY, LEGAL_BASIS; received HOME_AGENCY.",
        extensions: { code: "INVALID_GROUPING" },
      },
    ]);
  });

  it.each([
    [
      "three dimensions",
      "fiscalYears: [2013], groupBy: [REGION, TERM], filter: { payRate: { eq: NONE } }",
    ],
    ["a fine dimension with another", "fiscalYears: [2013], groupBy: [COUNTRY, TERM]"],
    ["a flow up to a day", 'asOf: "2014-03-31"'],
  ])("%s, to an analyst, who does not see the records", async (_what, args) => {
    const { errors, statements } = await asAnalyst().execute(
      `{ dispatchStatistics(measure: DEPARTURES, ${args}) { total { value } } }`,
    );
    expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual(["TABLE_TOO_DETAILED"]);
    expect(statements).toEqual([]);
  });

  it.each(["groupBy: [ORGANIZATION]", "filter: { legalBasis: { eq: ART2_1_2 } }"])(
    "%s, to an analyst and to the public",
    async (args) => {
      for (const { execute } of [asAnalyst(), subgraph.asCaller(publicCaller)]) {
        const { errors } = await execute(
          `{ dispatchStatistics(measure: ON_DISPATCH, ${args}) { total { value } } }`,
        );
        expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual(["FORBIDDEN"]);
      }
    },
  );
});
