import { Client, escapeLiteral } from "pg";
import type { DataSource } from "typeorm";
import { cloneDatabase, type TestDatabase } from "../../../test/support/postgres";
import { vacuum } from "../../../test/support/vacuum";
import type { ListDefinition, ParentDefinition } from "../../kit/connection/list-definition";
import type { PlacedRequest } from "../../kit/connection/list-request";
import { readPages } from "../../kit/connection/read-pages";
import { createDataSource } from "../../kit/database/data-source";
import { recordingDatabase } from "../../kit/database/recording-database.fixture";
import { withoutIndexes } from "../../kit/demo/without-indexes";
import { readGroups } from "../../kit/statistics/counted-groups";
import { dimensionOf } from "../../kit/statistics/statistics-request";
import { dispatch } from "../dispatch";
import { dispatchMeasures } from "../statistics/dispatch.measures";
import type { Dispatch } from "./dispatch";
import { dispatches, dispatchHistory } from "./dispatch.list";
import { officials } from "./official.list";
import { organizations } from "./organization.list";
import { busyDay, fillWithDispatches, withoutChecks } from "./many-dispatches.fixture";

const howMany = 50_000;
const pageSize = 50;

let test: TestDatabase;
let owner: Client;
let database: DataSource;
beforeAll(async () => {
  test = await cloneDatabase("dispatch");
  owner = new Client({ connectionString: test.ownerUrl });
  await owner.connect();
  await owner.query(withoutChecks);
  // An index that is made at once costs far less than one that is kept up row by row.
  await owner.query("BEGIN");
  await withoutIndexes(owner, ["dispatch"], async () => {
    await owner.query(fillWithDispatches(howMany));
  });
  await owner.query("COMMIT");
  await vacuum(owner, ["dispatch", "official", "official_home_agency", "organization"]);
  database = createDataSource({
    url: test.appUrl,
    applicationName: "test",
    poolSize: 1,
    entities: dispatch.entities,
  });
  await database.initialize();
});
afterAll(async () => {
  await database.destroy();
  await owner.end();
  await test.drop();
});

interface Plan {
  readonly "Node Type": string;
  readonly "Index Name"?: string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Plan[];
}

interface Explained {
  readonly Plan: Plan & { "Shared Hit Blocks": number; "Shared Read Blocks": number };
}

interface Asked {
  readonly list: ListDefinition<Dispatch>;
  readonly parent?: ParentDefinition;
  readonly key?: string;
  readonly asOf?: string;
}

/** The statement of a page, as the list sends it. */
async function statementOf({ list, parent, key }: Asked, request: PlacedRequest) {
  const sent: [sql: string, values: unknown[]][] = [];
  const recording = recordingDatabase(database, (sql, values) => sent.push([sql, values]));
  await readPages(recording, list, parent, [key ?? null], request);
  const [statement] = sent;
  if (!statement) throw new Error("the list sent no statement");
  return statement;
}

const explaining = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)";

/** How PostgreSQL answers a statement that a connection has kept: by a plan that is made without the values. */
async function explainKept(sql: string, values: readonly unknown[]) {
  const given = values.map((value) =>
    escapeLiteral(Array.isArray(value) ? `{${value.join(",")}}` : String(value)),
  );
  await owner.query("SET plan_cache_mode = force_generic_plan");
  await owner.query(`PREPARE kept AS ${sql}`);
  try {
    const execute = `EXECUTE kept${given.length > 0 ? `(${given.join(", ")})` : ""}`;
    return await owner.query<{ "QUERY PLAN": [Explained] }>(`${explaining} ${execute}`);
  } finally {
    await owner.query("DEALLOCATE kept");
    await owner.query("RESET plan_cache_mode");
  }
}

/** How PostgreSQL answers a page, and how many blocks it touches on the way. */
async function explain(
  asked: Asked,
  behind: readonly string[] | undefined,
  {
    isKept = false,
    ...moments
  }: {
    readonly knownAt?: Date;
    readonly updatedSince?: Date;
    readonly isKept?: boolean;
  } = {},
) {
  const request = { first: pageSize, asOf: asked.asOf ?? null, behind, ...moments };
  const [sql, values] = await statementOf(asked, request);
  const { rows } = isKept
    ? await explainKept(sql, values)
    : await owner.query<{ "QUERY PLAN": [Explained] }>(`${explaining} ${sql}`, values);
  const explained = rows[0]?.["QUERY PLAN"][0].Plan;
  if (!explained) throw new Error("PostgreSQL explained nothing");
  return {
    nodes: belowLimit(explained, false),
    blocks: explained["Shared Hit Blocks"] + explained["Shared Read Blocks"],
  };
}

/** The nodes that produce the page; the page itself is put in order above them. */
function belowLimit(plan: Plan, isBelow: boolean): Plan[] {
  const below = (plan.Plans ?? []).flatMap((child) =>
    belowLimit(child, isBelow || plan["Node Type"] === "Limit"),
  );
  return isBelow ? [plan, ...below] : below;
}

/** The place of the node at a depth of a list, found without the list. */
async function placeAt(
  { list, parent, key, asOf }: Asked,
  share: number,
): Promise<{ place: readonly string[]; depth: number }> {
  const conditions = [
    ...(parent ? [parent.condition("$1")] : ["$1::text IS NULL"]),
    ...(asOf && list.asOf ? [list.asOf(`'${asOf}'::date`)] : []),
  ].join(" AND ");
  const { rows: counts } = await owner.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM dispatch t WHERE ${conditions}`,
    [key ?? null],
  );
  const depth = Math.floor((counts[0]?.total ?? 0) * share);
  const { rows } = await owner.query<{ day: string; id: string }>(
    `SELECT first_day::text AS day, id FROM dispatch t WHERE ${conditions}
     ORDER BY first_day DESC, id DESC OFFSET $2 LIMIT 1`,
    [key ?? null, depth],
  );
  const [row] = rows;
  if (!row) throw new Error("the list is not that long");
  return { place: [row.day, row.id], depth };
}

const on = (column: string, key: string): Asked => ({
  list: dispatches.definition,
  parent: { name: column, keyType: "text", condition: (key) => `t.${column} = ${key}` },
  key,
  asOf: busyDay,
});

describe.each<[string, string, Asked]>([
  ["who is on dispatch", "dispatch_by_first_day", { list: dispatches.definition, asOf: busyDay }],
  ["all dispatches", "dispatch_by_first_day", { list: dispatchHistory.definition }],
  ["who is on dispatch in a country", "dispatch_by_country", on("country_code", "FR")],
  ["whom an agency sent", "dispatch_by_home_agency", on("home_agency_code", "JP-MOFA")],
  ["who is at an organization", "dispatch_by_organization", on("organization_code", "ORG-0")],
  ["who is in a region", "dispatch_by_region", on("region_code", "AFRICA")],
  [
    "who is at a kind of organization",
    "dispatch_by_organization_type",
    on("organization_type_code", "UNITED_NATIONS"),
  ],
])("a page of %s among 200,000 dispatches", (_title, index, asked) => {
  it(`comes from ${index} in order, at the front and in the depth, with the same effort`, async () => {
    const { place, depth } = await placeAt(asked, 0.5);
    expect(depth).toBeGreaterThan(10 * pageSize);
    const [front, deep] = [await explain(asked, undefined), await explain(asked, place)];
    const kept = [
      await explain(asked, undefined, { isKept: true }),
      await explain(asked, place, { isKept: true }),
    ];
    for (const { nodes } of [front, deep, ...kept]) {
      const scans = nodes.filter((node) => node["Relation Name"] === "dispatch");
      expect(scans.map((node) => node["Index Name"])).toEqual([index]);
      expect(
        nodes.map((node) => node["Node Type"]).filter((type) => type.includes("Sort")),
      ).toEqual([]);
    }
    for (const { blocks } of [deep, ...kept]) {
      expect(blocks).toBeLessThanOrEqual(2 * front.blocks);
    }
  });
});

it("a page of what was on record comes from the same index in order, beside what was changed since", async () => {
  const knownAt = new Date();
  await owner.query(
    "UPDATE dispatch SET post = 'Counsellor' WHERE id IN (SELECT id FROM dispatch LIMIT 500)",
  );
  await vacuum(owner, ["dispatch", "dispatch_history"]);
  const asked = on("country_code", "FR");
  const { nodes, blocks } = await explain(asked, undefined, { knownAt });
  const scans = nodes.filter((node) => node["Relation Name"] === "dispatch");
  expect(scans.map((node) => node["Index Name"])).toEqual(["dispatch_by_country"]);
  expect(nodes.map((node) => node["Node Type"])).toContain("Merge Append");
  const now = await explain(asked, undefined);
  expect(blocks).toBeLessThanOrEqual(2 * now.blocks);
});

describe("a page of what was recorded since a moment", () => {
  let updatedSince: Date;
  beforeAll(async () => {
    updatedSince = new Date();
    await owner.query(
      "UPDATE dispatch SET post = 'Attaché' WHERE id IN (SELECT id FROM dispatch ORDER BY id LIMIT 300)",
    );
    await vacuum(owner, ["dispatch", "dispatch_history"]);
  });

  it.each<[string, Asked]>([
    ["all dispatches", { list: dispatchHistory.definition }],
    ["who is on dispatch", { list: dispatches.definition, asOf: busyDay }],
    ["whom an agency sent", on("home_agency_code", "JP-MOFA")],
  ])("of %s comes from the index of recording", async (_title, asked) => {
    const { nodes, blocks } = await explain(asked, undefined, { updatedSince });
    expect(nodes.flatMap((node) => node["Index Name"] ?? [])).toContain("dispatch_by_recording");
    expect(nodes.map((node) => node["Node Type"])).not.toContain("Seq Scan");
    // The table alone has about 6,000.
    expect(blocks).toBeLessThan(1_000);
  });

  it("is found beside what was known at another", async () => {
    const knownAt = new Date();
    const asked = { list: dispatchHistory.definition };
    const { nodes, blocks } = await explain(asked, undefined, { updatedSince, knownAt });
    expect(nodes.flatMap((node) => node["Index Name"] ?? [])).toContain("dispatch_by_recording");
    expect(blocks).toBeLessThan(1_000);
  });
});

it("a stock of ten fiscal years enters the index at each day and goes through no whole table", async () => {
  const sent: [sql: string, values: unknown[]][] = [];
  const recording = recordingDatabase(database, (sql, values) => sent.push([sql, values]));
  const { ON_DISPATCH: measure } = dispatchMeasures.measures;
  if (!measure) throw new Error("there is no such measure");
  await readGroups(recording, "stock", {
    measure,
    periods: Array.from({ length: 10 }, (_unused, index) => ({
      from: null,
      to: `${2006 + index}-03-31`,
      fiscalYear: 2005 + index,
    })),
    grouped: ["region", "organizationType"].map((name) => dimensionOf(measure, name)),
    isProtected: false,
  });
  const [sql = "", values = []] = sent[0] ?? [];
  const { rows } = await owner.query<{ "QUERY PLAN": [Explained] }>(
    `EXPLAIN (FORMAT JSON) ${sql}`,
    values,
  );
  const plan = rows[0]?.["QUERY PLAN"][0].Plan;
  if (!plan) throw new Error("PostgreSQL explained nothing");
  const nodes = nodesOf(plan);
  expect(nodes.map((node) => node["Index Name"]).filter(Boolean)).toEqual(["dispatch_on_day"]);
  // Of coverage there is one row a table of records.
  expect(
    nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]),
  ).toEqual(["record_coverage"]);
});

/** What a page of a filtered list reads, by name of table and index, and how many blocks that is. */
async function filtered(list: ListDefinition<object>, filter: object) {
  const sent: [sql: string, values: unknown[]][] = [];
  const recording = recordingDatabase(database, (sql, values) => sent.push([sql, values]));
  const request = { first: pageSize, filter, filterDay: busyDay, asOf: list.asOf && busyDay };
  await readPages(recording, list, undefined, [null], request);
  const [[sql, values] = ["", []], ...others] = sent;
  expect(others).toEqual([]);
  const { rows } = await owner.query<{ "QUERY PLAN": [Explained] }>(`${explaining} ${sql}`, values);
  const plan = rows[0]?.["QUERY PLAN"][0].Plan;
  if (!plan) throw new Error("PostgreSQL explained nothing");
  const nodes = nodesOf(plan);
  return {
    wholeTables: nodes
      .filter((node) => node["Node Type"] === "Seq Scan")
      .map((node) => node["Relation Name"]),
    indexes: nodes.flatMap((node) => node["Index Name"] ?? []),
    blocks: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
  };
}

const ofOneOfficial = { personnelNumber: { eq: "P-77" } };
const inOneCountry = { country: { eq: "KE" } };

describe("a condition on related records, among 200,000 dispatches", () => {
  it.each<[string, ListDefinition<object>, object, string]>([
    [
      "an official",
      dispatchHistory.definition,
      { official: ofOneOfficial },
      "dispatch_by_official",
    ],
    [
      "an official, on a day",
      dispatches.definition,
      { official: ofOneOfficial },
      "official_personnel_number",
    ],
    [
      "an official, or a country",
      dispatches.definition,
      { or: [{ official: ofOneOfficial }, inOneCountry] },
      "official_personnel_number",
    ],
    [
      "no such official",
      dispatches.definition,
      { not: { official: ofOneOfficial } },
      "official_personnel_number",
    ],
    [
      "an organization",
      dispatches.definition,
      { organizationIs: inOneCountry },
      "dispatch_by_first_day",
    ],
    [
      "officials of an agency",
      dispatches.definition,
      { official: { homeAgency: { eq: "JP-NPA" } } },
      "one_home_agency_a_day",
    ],
    [
      "somebody's dispatch that began on a day",
      officials.definition,
      { dispatches: { some: { startedOn: { eq: "2014-03-31" } } } },
      "dispatch_by_start",
    ],
    [
      "somebody's dispatch to an organization",
      officials.definition,
      { dispatches: { some: { organization: { eq: "ORG-7" } } } },
      "dispatch_by_organization",
    ],
    [
      "no dispatch of somebody's to it",
      officials.definition,
      { dispatches: { none: { organization: { eq: "ORG-7" } } } },
      // Of those of the page alone.
      "dispatch_by_official",
    ],
    [
      "somebody at an organization",
      organizations.definition,
      { dispatches: { some: { plannedTo: { lte: "2014-04-30" } } } },
      "dispatch_by_organization",
    ],
    [
      "nobody at an organization",
      organizations.definition,
      { dispatches: { none: {} } },
      "dispatch_by_organization",
    ],
  ])("on %s is met by way of indexes, with one statement", async (_title, list, filter, index) => {
    const { wholeTables, indexes, blocks } = await filtered(list, filter);
    expect(indexes).toContain(index);
    expect(wholeTables).not.toContain("dispatch");
    // The table of dispatches alone has about 6,000.
    expect(blocks).toBeLessThan(5_000);
  });
});

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
