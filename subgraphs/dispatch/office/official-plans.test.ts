import { Client } from "pg";
import type { DataSource } from "typeorm";
import { cloneDatabase, type TestDatabase } from "../../../test/support/postgres";
import { vacuum } from "../../../test/support/vacuum";
import { countLists } from "../../kit/connection/count-lists";
import type { ListRequest } from "../../kit/connection/list-request";
import { readPages } from "../../kit/connection/read-pages";
import { createDataSource } from "../../kit/database/data-source";
import { recordingDatabase } from "../../kit/database/recording-database.fixture";
import { dispatch } from "../dispatch";
import { officials as officialsList } from "./official.list";

const officials = 50_000;

let test: TestDatabase;
let owner: Client;
let database: DataSource;
beforeAll(async () => {
  test = await cloneDatabase("dispatch");
  owner = new Client({ connectionString: test.ownerUrl });
  await owner.connect();
  await owner.query(`
ALTER TABLE official_home_agency
  DROP CONSTRAINT one_home_agency_a_day, DROP CONSTRAINT home_agency_in_force CASCADE;
INSERT INTO official (id, personnel_number, name)
SELECT 'o' || o, 'P-' || o, 'Official ' || o FROM generate_series(1, ${officials}) o;
INSERT INTO official_home_agency (official_id, agency_code, from_date, to_date)
SELECT 'o' || o, CASE WHEN o % 1000 = 0 THEN 'JP-NPA' ELSE 'JP-METI' END, date '2000-04-01',
  CASE WHEN o % 2000 = 0 THEN date '2010-04-01' END FROM generate_series(1, ${officials}) o;
INSERT INTO official_home_agency (official_id, agency_code, from_date)
SELECT 'o' || o, 'JP-MOFA', date '2010-04-01' FROM generate_series(4000, ${officials}, 4000) o;`);
  await vacuum(owner, ["official", "official_home_agency"]);
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

const total = async (filter: object) =>
  (await countLists(database, officialsList.definition, undefined, [null], { first: 1, filter }))[0]
    ?.total;

const countNamed: typeof countLists = (database, list, parent, keys, request) =>
  countLists(database, list, parent, keys, { ...request, keyedBy: "id" });

/** The plan of a page or count, as text. */
async function planOf(read: typeof readPages | typeof countLists, request: ListRequest) {
  const sent: [sql: string, values: unknown[]][] = [];
  const recording = recordingDatabase(database, (sql, values) => sent.push([sql, values]));
  await read(recording, officialsList.definition, undefined, [null], request);
  const [[sql, values] = ["", []]] = sent;
  const { rows } = await owner.query<{ "QUERY PLAN": string }>(`EXPLAIN ${sql}`, values);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

describe("officials by today's home agency", () => {
  it.each([
    ["a page", readPages],
    ["their number", countLists],
    ["their number with whom they are", countNamed],
  ] as const)("come, as %s, from the index by agency", async (_title, read) => {
    const plan = await planOf(read, { first: 50, filter: { homeAgency: { eq: "JP-NPA" } } });
    expect(plan).toContain("official_home_agency_by_agency");
    expect(plan).not.toContain("SubPlan");
  });

  it("are those who belong to it today, to one of several, to one with such a code, or to none", async () => {
    expect(await total({ homeAgency: { eq: "JP-NPA" } })).toBe(25);
    expect(await total({ homeAgency: { eq: "JP-MOFA" } })).toBe(12);
    expect(await total({ homeAgency: { in: ["JP-NPA", "JP-MOFA"] } })).toBe(37);
    expect(await total({ homeAgency: { contains: "npa" } })).toBe(25);
    expect(await total({ homeAgency: { in: ["JP-NPA"], contains: "mofa" } })).toBe(0);
    expect(await total({ homeAgency: { isNull: true } })).toBe(13);
    expect(await total({ homeAgency: { isNull: false } })).toBe(officials - 13);
  });
});
