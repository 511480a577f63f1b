import { Client } from "pg";
import { areaNames } from "../../subgraphs/areas";
import { today } from "../../subgraphs/kit/clock";
import { type GraphAnswer, startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { passTime } from "../support/pass-time";

interface Figure {
  readonly id: string;
  readonly value: number | null;
  readonly computed: { readonly value: number | null; readonly suppressed: boolean } | null;
  readonly agreement: string;
  readonly difference: number | null;
}

const figure = "id value computed { value suppressed } agreement difference";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
});
afterAll(() => graph.stop());

async function figures(area: string, headers = {}): Promise<ReadonlyMap<string, Figure>> {
  const field = `${area}Figures`;
  const { data, errors } = await graph.execute<Record<string, { nodes: Figure[] }>>(
    `{ ${field}(first: 500) { nodes { ${figure} } } }`,
    {},
    headers,
  );
  expect(errors).toEqual([]);
  return new Map((data[field]?.nodes ?? []).map((node) => [node.id, node]));
}

async function discrepancies(area: string, headers = {}): Promise<[string, number | null][]> {
  const field = `${area}Discrepancies`;
  const { data, errors } = await graph.execute<Record<string, { nodes: Figure[] }>>(
    `{ ${field}(first: 500) { nodes { ${figure} } } }`,
    {},
    headers,
  );
  expect(errors).toEqual([]);
  return (data[field]?.nodes ?? []).map(({ id, difference }) => [id, difference]);
}

async function changeDispatches(sql: string): Promise<number> {
  const client = new Client({ connectionString: graph.databases.dispatch.ownerUrl });
  await client.connect();
  const { rowCount } = await client.query(sql);
  await client.end();
  return rowCount ?? 0;
}

describe("the numbers of the seed documents", () => {
  const published = {
    recruitment: {
      "mic-2023-applications": 52,
      "mic-2023-selected": 24,
      "mic-2023-total": 37,
      "mic-2023-multi-total": 4,
    },
    dispatch: {
      "dsp-2013-stock": 399,
      "dsp-2013-org-united-nations": 123,
      "dsp-2013-org-other-international-organization": 109,
      "dsp-2013-org-foreign-government": 151,
      "dsp-2013-org-research-institute": 7,
      "dsp-2013-org-other": 9,
      "dsp-2013-region-asia": 188,
      "dsp-2013-region-europe": 120,
      "dsp-2013-region-north-america": 49,
      "dsp-2013-region-africa": 33,
      "dsp-2013-region-latin-america": 6,
      "dsp-2013-region-middle-east": 2,
      "dsp-2013-region-pacific": 1,
      "dsp-2023-stock": 342,
      "dsp-2023-departures": 138,
      "dsp-2023-returns": 142,
    },
  };

  it.each(Object.keys(published) as (keyof typeof published)[])(
    "are those of the records of %s",
    async (area) => {
      const found = await figures(area);
      for (const [id, value] of Object.entries(published[area])) {
        expect(found.get(id)).toEqual({
          id,
          value,
          computed: { value, suppressed: false },
          agreement: "AGREES",
          difference: 0,
        });
      }
    },
  );

  it("come from statistics of the records too", async () => {
    const { data } = await graph.execute(`{
      applications: recruitmentStatistics(measure: APPLICATIONS, fiscalYears: [2023]) { total { value } }
      selected: recruitmentStatistics(measure: SELECTED, fiscalYears: [2023]) { total { value } }
      persons: recruitmentStatistics(measure: REGISTERED_PERSONS, asOf: "2024-05-31", groupBy: [CATEGORIES_HELD]) {
        total { value } rows { categoriesHeld count { value } } }
      registrations: recruitmentStatistics(measure: REGISTRATIONS, asOf: "2024-05-31") { unit total { value } }
    }`);
    expect(data).toEqual({
      applications: { total: { value: 52 } },
      selected: { total: { value: 24 } },
      persons: {
        total: { value: 37 },
        rows: [
          { categoriesHeld: "ONE", count: { value: 33 } },
          { categoriesHeld: "SEVERAL", count: { value: 4 } },
        ],
      },
      registrations: { unit: "registrations", total: { value: 41 } },
    });
  });
});

it("statistics of synthetic records say which years they cover, and show no zero for any other", async () => {
  const years = Array.from({ length: 17 }, (_unused, index) => 2005 + index).concat(2099);
  const { data, errors } = await graph.execute<{
    dispatchStatistics: {
      covers: { from: string; to: string };
      rows: {
        fiscalYear: { year: number };
        count: { value: number | null; reason: string | null };
      }[];
    };
  }>(
    `query ($years: [Int!]) { dispatchStatistics(measure: ON_DISPATCH, fiscalYears: $years) {
      covers { from to } rows { fiscalYear { year } count { value reason } } } }`,
    { years },
  );
  expect(errors).toEqual([]);
  const { covers, rows } = data.dispatchStatistics;
  expect(covers).toEqual({ from: "2013-03-31", to: today() });
  for (const { fiscalYear, count } of rows) {
    if (fiscalYear.year < 2012 || fiscalYear.year === 2099) {
      expect(count).toEqual({ value: null, reason: "NOT_COVERED" });
    } else {
      expect(count.value).toBeGreaterThan(340);
    }
  }
});

it("dispatches of a day by country lead on to the memberships of that day, with one call a subgraph and step", async () => {
  const { data, errors, calls } = await graph.execute<{
    dispatchStatistics: {
      rows: {
        country: { code: string; networkMemberships: { network: { code: string } }[] };
        count: { value: number };
      }[];
    };
  }>(
    `{ dispatchStatistics(measure: ON_DISPATCH, groupBy: [COUNTRY]) {
         rows { country { code networkMemberships { network { code } } } count { value } } } }`,
    {},
    { "graph-as-of": "2014-03-31" },
  );
  expect(errors).toEqual([]);
  expect(calls.map(({ subgraph, kind }) => `${subgraph} ${kind}`)).toEqual([
    "dispatch root",
    "cooperation entities",
  ]);
  const { rows } = data.dispatchStatistics;
  expect(rows.reduce((sum, { count }) => sum + count.value, 0)).toBe(399);
  const networksOf = (code: string) =>
    rows
      .find(({ country }) => country.code === code)
      ?.country.networkMemberships.map(({ network }) => network.code)
      .sort();
  expect(networksOf("TH")).toEqual(["ACCSM", "ACCSM_PLUS3"]);
  expect(networksOf("US")).toEqual([]);
});

it("statistics of all areas in one request are one statement each", async () => {
  const { errors, calls, statements } = await graph.execute(`{
    dispatchStatistics(measure: ON_DISPATCH, groupBy: [TERM, PAY_RATE], fiscalYears: [2013, 2014, 2023]) { rows { term payRate count { value } } }
    recruitmentStatistics(measure: REGISTERED_PERSONS, groupBy: [CATEGORIES_HELD, ROUND]) { rows { round { year } count { value } } }
    fellowshipStatistics(measure: FELLOWS, groupBy: [COHORT, SENDING_AGENCY]) { rows { cohort sendingAgency { code } count { value } } }
    cooperationStatistics(measure: PARTICIPATIONS, groupBy: [COUNTRY]) { rows { country { code } count { value } } }
  }`);
  expect(errors).toEqual([]);
  expect(calls).toHaveLength(4);
  expect(statements).toEqual({
    recruitment: ["recruitmentStatistics"],
    dispatch: ["dispatchStatistics"],
    fellowship: ["fellowshipStatistics"],
    cooperation: ["cooperationStatistics"],
  });
});

it("a figure whose count is withheld shows no analyst and not the public whether it agrees", async () => {
  const asAnalyst = await figures("dispatch", await callerHeaders("analyst"));
  expect(asAnalyst.get("dsp-2013-region-asia")?.agreement).toBe("AGREES");
  for (const found of [asAnalyst, await figures("dispatch", await callerHeaders("public"))]) {
    expect(found.get("dsp-2013-region-pacific")).toEqual({
      id: "dsp-2013-region-pacific",
      value: 1,
      computed: { value: null, suppressed: true },
      agreement: "WITHHELD",
      difference: null,
    });
  }
});

describe("statistics and the figures beside them", () => {
  const query = `{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2013], groupBy: [REGION]) { rows { count { value } } disclosure { applied } }
    dispatchFigures(filter: { id: { eq: "dsp-2023-stock" } }) { nodes { agreement } } dispatchDiscrepancies(first: 0) { totalCount } }`;
  const withoutPurpose = { "graph-purpose": undefined };

  it.each([
    ["exact to an officer", "dispatch-officer", false],
    ["protected to an analyst", "analyst", true],
  ])("are given %s for a purpose alone, and on record", async (_what, role, applied) => {
    const headers = await callerHeaders(role);
    const before = await graph.audit.entries();
    for (const part of [query, "{ dispatchDiscrepancies(first: 1) { totalCount } }"]) {
      const refused = await graph.execute(part, {}, { ...headers, ...withoutPurpose });
      expect(refused.errors.map(({ extensions }) => extensions?.["code"])).toEqual([
        "PURPOSE_REQUIRED",
      ]);
      expect(refused.calls).toEqual([]);
    }
    const { data, errors } = await graph.execute(query, {}, headers);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ dispatchStatistics: { disclosure: { applied } } });
    const entries = await graph.audit.entries();
    expect(entries).toHaveLength(before.length + 1);
    expect(entries.at(-1)).toMatchObject({
      roles: [role],
      purpose: "test",
      operation: { document: query },
      fields: [
        "PublishedFigure.agreement",
        "Query.dispatchDiscrepancies",
        "Query.dispatchStatistics",
      ],
      persons: [],
      // What was counted on 31 March 2014, and what the figures were computed from.
      counted: expect.arrayContaining(["Dispatch 399", "Dispatch 342"]),
    });
  });

  it("are given protected to the public, for no purpose and with no entry", async () => {
    const before = await graph.audit.entries();
    const headers = { authorization: undefined, ...withoutPurpose };
    const { data, errors } = await graph.execute(query, {}, headers);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ dispatchStatistics: { disclosure: { applied: true } } });
    expect(await graph.audit.entries()).toHaveLength(before.length);
  });
});

it("what records cannot say of a figure has a reason, and none of what they can", async () => {
  for (const area of areaNames) {
    const field = `${area}Figures`;
    const { data, errors } = await graph.execute<
      Record<string, { nodes: (Figure & { notComputableReason: string | null })[] }>
    >(`{ ${field}(first: 500) { nodes { ${figure} notComputableReason } } }`);
    expect(errors).toEqual([]);
    const nodes = data[field]?.nodes ?? [];
    expect(nodes.length).toBeGreaterThan(10);
    for (const node of nodes) {
      expect(node.notComputableReason === null).toBe(node.computed !== null);
      if (node.computed === null && node.value !== null) {
        expect(node.agreement).toBe("NOT_COMPUTABLE");
      }
    }
  }
});

it("after one record is changed, exactly the figures it touches differ, by as much; what was known before stays", async () => {
  const statistics = `query ($knownAt: KnownAt) {
    dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2013, 2014], groupBy: [REGION], knownAt: $knownAt) {
      rows { fiscalYear { year } region { code } count { value } share } total { value } totals { count { value } } } }`;
  const asRegistered = await discrepancies("dispatch");
  expect(asRegistered).toEqual([
    ["dsp-2014-returns", 8],
    ["dsp-2013-stock-r2", 2],
  ]);
  await passTime(graph.databases.dispatch.ownerUrl, "3 days");
  const yesterday = { knownAt: today(new Date(Date.now() - 86_400_000)) };
  const [known, current] = await bothAnswers(statistics, yesterday);
  expect(known.text).toBe(current.text);
  const analyst = await callerHeaders("analyst");
  const releasedBefore = await graph.execute(statistics, yesterday, analyst);
  expect(releasedBefore.errors).toEqual([]);

  const changed = await changeDispatches(`UPDATE dispatch SET returned_on = '2014-03-30'
    WHERE id = (SELECT id FROM dispatch WHERE started_on < '2014-03-01' AND returned_on BETWEEN '2014-04-02' AND '2015-03-31'
      AND region_code = 'ASIA' AND organization_type_code = 'FOREIGN_GOVERNMENT' ORDER BY id LIMIT 1)`);
  expect(changed).toBe(1);
  expect((await discrepancies("dispatch")).sort()).toEqual([
    ["dsp-2013-org-foreign-government", -1],
    ["dsp-2013-region-asia", -1],
    ["dsp-2013-stock", -1],
    ["dsp-2013-stock-r2", 1],
    ["dsp-2014-returns", 7],
  ]);
  const [knownThen, currentThen] = await bothAnswers(statistics, yesterday);
  expect(knownThen.text).toBe(known.text);
  const releasedAfter = await graph.execute(statistics, yesterday, analyst);
  expect(releasedAfter.text).toBe(releasedBefore.text);
  expect(currentThen.text).not.toBe(current.text);
  expect(await discrepancies("recruitment")).toEqual([]);
});

/** The answer as known at a moment, and as known now; with the same extensions. */
async function bothAnswers(
  query: string,
  variables: object,
): Promise<[GraphAnswer<unknown>, GraphAnswer<unknown>]> {
  return [await graph.execute(query, variables), await graph.execute(query)];
}
