import { Client } from "pg";
import { type DataSource, QueryFailedError } from "typeorm";
import { emptyDatabase, type EmptyDatabase } from "../../../test/support/postgres";
import type { Reader, ReadableTables } from "../access/reader";
import { createDataSource } from "./data-source";
import { provisionDatabase } from "./provision";
import { grantReaders } from "./reader-rights";
import { asRole, readerRole } from "./reader-role";

const tables: ReadableTables = {
  place: "all",
  meeting: "sourced",
  guest: { parent: "meeting", by: "meeting_id" },
  former_guest: { parent: ["meeting", "former_meeting"], by: "meeting_id" },
  former_meeting: "sourced",
  note: "none",
};

let empty: EmptyDatabase;
let owner: DataSource;
let app: DataSource;
let reader: DataSource;
let appRole: string;

beforeAll(async () => {
  empty = await emptyDatabase("readers");
  appRole = new URL(empty.appUrl).username;
  await provisionDatabase(
    { admin: empty.adminUrl, owner: empty.ownerUrl, app: empty.appUrl },
    { readers: ["published"] },
  );
  owner = await open(empty.ownerUrl);
  await owner.query(`
    CREATE TABLE place (id text PRIMARY KEY);
    CREATE TABLE meeting (id text PRIMARY KEY, source_id text);
    CREATE TABLE guest (meeting_id text REFERENCES meeting, name text);
    CREATE TABLE former_meeting (id text, source_id text);
    CREATE TABLE former_guest (meeting_id text);
    CREATE TABLE note (id text PRIMARY KEY);
    CREATE TABLE person (name text);
    INSERT INTO place VALUES ('tokyo');
    INSERT INTO meeting VALUES ('published', 's1'), ('recorded', NULL);
    INSERT INTO guest VALUES ('published', 'JP'), ('recorded', 'KR');
    INSERT INTO former_meeting VALUES ('removed', 's1'), ('withdrawn', NULL);
    INSERT INTO former_guest VALUES ('published'), ('recorded'), ('removed'), ('withdrawn');
    INSERT INTO note VALUES ('n');
    INSERT INTO person VALUES ('p');
    GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO "${appRole}";`);
  await grant(tables);
  app = await open(empty.appUrl);
  reader = await open(asRole(empty.appUrl, readerRole(appRole, "published")));
});
afterAll(async () => {
  for (const database of [reader, app, owner]) await database.destroy();
  await empty.drop();
});

async function open(url: string): Promise<DataSource> {
  const database = createDataSource({ url, applicationName: "test", poolSize: 1, entities: [] });
  return database.initialize();
}

async function grant(published: ReadableTables): Promise<void> {
  const readers: Reader[] = [{ name: "published", tables: published }];
  await owner.transaction((manager) => grantReaders(manager, appRole, readers));
}

async function idsOf(database: DataSource, sql: string): Promise<unknown[]> {
  const rows = await database.query<{ id: unknown }[]>(sql);
  return rows.map(({ id }) => id);
}

const policies = () =>
  owner.query<object[]>("SELECT oid, polrelid, polname FROM pg_policy ORDER BY oid");

describe("a reader of what was published", () => {
  it("sees the rows its tables say, and those of parents it sees", async () => {
    expect(await idsOf(reader, "SELECT id FROM place")).toEqual(["tokyo"]);
    expect(await idsOf(reader, "SELECT id FROM meeting")).toEqual(["published"]);
    expect(await idsOf(reader, "SELECT meeting_id AS id FROM guest")).toEqual(["published"]);
    expect(await idsOf(reader, "SELECT meeting_id AS id FROM former_guest")).toEqual([
      ...["published", "removed"],
    ]);
    expect(await idsOf(reader, "SELECT id FROM note")).toEqual([]);
    expect(await idsOf(reader, "SELECT count(*)::integer AS id FROM meeting")).toEqual([1]);
  });

  it.each([
    ["read a table that is not its own", "SELECT FROM person"],
    ["write", "INSERT INTO meeting VALUES ('x', 's1')"],
    ["change", "UPDATE meeting SET source_id = 's2'"],
    ["lock", "SELECT FROM meeting FOR UPDATE"],
    ["turn its policies off", "ALTER TABLE meeting DISABLE ROW LEVEL SECURITY"],
  ])("may not %s", async (_what, sql) => {
    await expect(reader.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it("is refused where it asks for rows without their policies", async () => {
    await expect(reader.query("SET row_security = off; SELECT FROM meeting")).rejects.toThrow(
      /row-level security/,
    );
  });

  it("stays who it is after RESET and on every new connection", async () => {
    const role = readerRole(appRole, "published");
    const current = () => idsOf(reader, "SELECT current_user AS id");
    expect(await current()).toEqual([role]);
    await reader.query("RESET ALL");
    await reader.query("RESET ROLE");
    expect(await current()).toEqual([role]);
    await expect(
      reader.query("SELECT pg_terminate_backend(pg_backend_pid())"),
    ).rejects.toBeInstanceOf(QueryFailedError);
    expect(await current()).toEqual([role]);
  });

  it("cannot log in by itself", async () => {
    const url = new URL(empty.appUrl);
    url.username = readerRole(appRole, "published");
    const client = new Client({ connectionString: url.toString() });
    await expect(client.connect()).rejects.toThrow(/not permitted to log in|authentication failed/);
  });

  it("is asked for by the URL even where that names other options", async () => {
    const url = new URL(empty.appUrl);
    url.searchParams.set("options", `-c role=${appRole} -c work_mem=1MB`);
    const other = await open(asRole(url.toString(), readerRole(appRole, "published")));
    expect(await idsOf(other, "SELECT current_user || current_setting('work_mem') AS id")).toEqual([
      `${readerRole(appRole, "published")}1MB`,
    ]);
    await other.destroy();
  });
});

describe("the role the subgraph logs in as", () => {
  it("sees and writes every row, as the owner does", async () => {
    await app.query("INSERT INTO guest VALUES ('recorded', 'CN')");
    expect(await idsOf(app, "SELECT count(*)::integer AS id FROM guest")).toEqual([3]);
    expect(await idsOf(owner, "SELECT count(*)::integer AS id FROM guest")).toEqual([3]);
  });

  it("has no rights by way of its readers", async () => {
    await owner.query(`REVOKE SELECT ON place FROM "${appRole}"`);
    await expect(app.query("SELECT FROM place")).rejects.toThrow(/permission denied/);
    await owner.query(`GRANT SELECT ON place TO "${appRole}"`);
  });
});

describe("rights that are granted again", () => {
  afterEach(() => grant(tables));

  it("leave every policy that is right in place", async () => {
    const before = await policies();
    expect(before).toHaveLength(10);
    await grant(tables);
    expect(await policies()).toEqual(before);
  });

  it("follow what the subgraph says, and take back what it no longer says", async () => {
    await grant({ place: "sourced", meeting: "all" }).catch(() => undefined);
    expect(await idsOf(reader, "SELECT id FROM meeting")).toEqual(["published"]);
    await grant({ meeting: "all" });
    expect(await idsOf(reader, "SELECT id FROM meeting ORDER BY 1")).toEqual([
      "published",
      "recorded",
    ]);
    await expect(reader.query("SELECT FROM place")).rejects.toThrow(/permission denied/);
    expect(await policies()).toEqual([]);
  });

  it("mend what others have changed", async () => {
    const role = readerRole(appRole, "published");
    await owner.query(`
      ALTER TABLE meeting DISABLE ROW LEVEL SECURITY;
      ALTER POLICY "${role}" ON guest USING (true);
      GRANT SELECT ON person TO "${role}"`);
    await grant(tables);
    expect(await idsOf(reader, "SELECT id FROM meeting")).toEqual(["published"]);
    expect(await idsOf(reader, "SELECT meeting_id AS id FROM guest")).toEqual(["published"]);
    await expect(reader.query("SELECT FROM person")).rejects.toThrow(/permission denied/);
  });
});

it("the name of a reader's role is refused where PostgreSQL would cut it", () => {
  expect(() => readerRole("a".repeat(60), "published")).toThrow(/at most 63 bytes/);
});
