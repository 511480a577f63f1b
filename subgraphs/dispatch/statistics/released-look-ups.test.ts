import { Client } from "pg";
import { publicCaller } from "../../../test/support/callers";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { ownOf } from "../classification/shared-lists.fixture";
import { dispatch } from "../dispatch";

let subgraph: TestSubgraph;
let owner: Client;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  owner = new Client({ connectionString: subgraph.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await subgraph.stop();
});

/** Puts a release of one table of three regions in the register. */
async function release(vintage: number, minutesAgo: number, europe: number): Promise<void> {
  await owner.query(`
INSERT INTO release VALUES (${vintage}, clock_timestamp() - interval '${minutesAgo} minutes', 10, 4);
INSERT INTO released_table
SELECT ${vintage}, 'ON_DISPATCH', 'region', day, '{f,f}', false FROM unnest(ARRAY['2014-03-31', '2015-03-31']) AS day;
INSERT INTO released_cell
SELECT ${vintage}, 'ON_DISPATCH', 'region', day, c.*
FROM unnest(ARRAY['2014-03-31', '2015-03-31']) AS day, (VALUES
  (0, 1, NULL, NULL, ${100 + europe}, ${100 + europe}, ${100 + europe}),
  (1, 0, 'ASIA', NULL, 100, 100, 100),
  (2, 0, 'EUROPE', NULL, ${europe}, ${europe}, ${europe})) AS c`);
}

const ask = async (rest: string, years = "[2013, 2014]") => {
  const { data, errors, statements } = await subgraph.asCaller(publicCaller).execute<{
    readonly dispatchStatistics: {
      readonly rows: readonly {
        readonly region: { readonly code: string };
        readonly count: { readonly value: number };
      }[];
    };
  }>(
    `{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: ${years}, groupBy: [REGION]${rest}) {
         rows { region { code } count { value } } } }`,
  );
  expect(errors).toEqual([]);
  const values = data.dispatchStatistics.rows.map(({ region, count }) => [
    region.code,
    count.value,
  ]);
  return { values, statements: ownOf(statements) };
};

const both = ["dispatchStatistics", "dispatchStatistics.tables"];

it("reads a released table once, and the release that is in force every time", async () => {
  await owner.query("UPDATE record_coverage SET begins = '1985-04-01'");
  await release(1, 10, 50);
  const year = [
    ["ASIA", 100],
    ["EUROPE", 50],
  ];
  expect(await ask("")).toEqual({ values: [...year, ...year], statements: both });
  expect(await ask("")).toEqual({ values: [...year, ...year], statements: ["dispatchStatistics"] });
});

it("reads no more for another question about the same table, and the marks of a filter once", async () => {
  const largest = ", orderBy: [{ by: COUNT, direction: DESC }], limit: 1";
  expect(await ask(largest)).toEqual({ values: [["ASIA", 100]], statements: [both[0]] });
  const europe = ", filter: { region: { eq: EUROPE } }";
  const values = [
    ["EUROPE", 50],
    ["EUROPE", 50],
  ];
  expect(await ask(europe)).toEqual({ values, statements: both });
  expect(await ask(europe)).toEqual({ values, statements: [both[0]] });
});

it("answers from the next release as soon as it is made, and from the one before for knownAt", async () => {
  const before = new Date(Date.now() - 300_000).toISOString();
  await release(2, 0, 60);
  const europe = ", filter: { region: { eq: EUROPE } }";
  expect((await ask(europe)).values).toEqual([
    ["EUROPE", 60],
    ["EUROPE", 60],
  ]);
  expect((await ask(`${europe}, knownAt: "${before}"`)).values).toEqual([
    ["EUROPE", 50],
    ["EUROPE", 50],
  ]);
});

it("sees what was put in the register, and declared of the records, after it was asked", async () => {
  const year = async () => (await ask("", "[2017]")).values;
  await owner.query("UPDATE record_coverage SET begins = '2020-04-01'");
  expect(await year()).toEqual([]);
  await owner.query("UPDATE record_coverage SET begins = '1985-04-01'");
  expect(await year()).toEqual([]);
  await owner.query(
    "INSERT INTO released_table VALUES (2, 'ON_DISPATCH', 'region', '2018-03-31', '{f,f}', false)",
  );
  expect(await year()).toEqual([]);
  await owner.query(`INSERT INTO released_cell VALUES
    (2, 'ON_DISPATCH', 'region', '2018-03-31', 0, 1, NULL, NULL, 80, 80, 80),
    (2, 'ON_DISPATCH', 'region', '2018-03-31', 1, 0, 'ASIA', NULL, 80, 80, 80)`);
  expect(await year()).toEqual([["ASIA", 80]]);
  await owner.query("UPDATE record_coverage SET begins = '2020-04-01'");
  // What is released is shown even so; only what is not there is said not to be covered.
  expect(await year()).toEqual([["ASIA", 80]]);
});

it("reads the list of regions once for requests that follow each other", async () => {
  const names = "{ dispatchRegions { code } }";
  await subgraph.execute(names);
  const { statements } = await subgraph.execute(names);
  expect(statements).toEqual([]);
});
