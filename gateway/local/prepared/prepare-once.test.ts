import { randomBytes } from "node:crypto";
import {
  provisionDatabase,
  withClient,
  withDatabase,
} from "../../../subgraphs/kit/database/provision";
import { databaseUrl } from "../postgres/database-url";
import { testPostgres } from "../../../test/support/postgres";
import { type Preparation, prepareOnce } from "./prepare-once";

const area = `prepared_${randomBytes(4).toString("hex")}`;
const { adminUrl, port } = testPostgres();
const preparation: Preparation = {
  url: withDatabase(adminUrl, area),
  owner: `${area}_owner`,
  isOfArea: true,
  fingerprint: "one",
};

const run = (sql: string, url = preparation.url) => withClient(url, (client) => client.query(sql));

/** What the programs make, as far as it is looked at. */
async function prepare(): Promise<string[]> {
  const as = (role: string) =>
    databaseUrl({ user: `${area}_${role}`, password: "test", port, database: area });
  const urls = { admin: adminUrl, owner: as("owner"), app: as("app") };
  await provisionDatabase(urls, { readers: ["published"] });
  await run(`
CREATE TABLE IF NOT EXISTS migrations (name text);
CREATE TABLE IF NOT EXISTS synthetic_dataset (copies integer, loaded_at timestamptz);
CREATE TABLE IF NOT EXISTS release (released_at timestamptz);
CREATE TABLE IF NOT EXISTS change_record (id bigint);
CREATE OR REPLACE FUNCTION asked() RETURNS integer RETURN 1;
TRUNCATE migrations, synthetic_dataset, release;
INSERT INTO migrations VALUES ('first');
INSERT INTO synthetic_dataset VALUES (1, '2026-01-01');
INSERT INTO release VALUES ('2026-07-01');
GRANT SELECT ON release TO ${area}_app;`);
  return [];
}

/** Whether the work was done. */
async function works(changed: Partial<Preparation> = {}, work = prepare): Promise<boolean> {
  let isDone = false;
  const failed = await prepareOnce({ ...preparation, ...changed }, () => {
    isDone = true;
    return work();
  });
  expect(failed).toEqual([]);
  return isDone;
}

afterAll(async () => {
  const copies = [area, `${area}_copy`].map(
    (name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
  );
  for (const sql of copies) await run(sql, adminUrl);
  for (const role of ["app_published", "app", "owner"]) {
    await run(`DROP ROLE IF EXISTS ${area}_${role}`, adminUrl);
  }
});

describe("the work that prepares a database", () => {
  it("is done where there is no database, and then no more", async () => {
    expect(await works()).toBe(true);
    expect(await works()).toBe(false);
    expect(await works()).toBe(false);
  });

  it("is not done again because of what a running graph writes", async () => {
    await run(
      "INSERT INTO change_record VALUES (1); ANALYZE; CREATE TEMPORARY TABLE counted (id integer)",
    );
    expect(await works()).toBe(false);
  });

  it("is done again, once, for another fingerprint, and for the one before", async () => {
    for (const fingerprint of ["two", "one"]) {
      expect(await works({ fingerprint })).toBe(true);
      expect(await works({ fingerprint })).toBe(false);
    }
  });

  it.each([
    ["a migration is missing", "DELETE FROM migrations"],
    ["an unknown migration was applied", "INSERT INTO migrations VALUES ('second')"],
    ["the table of migrations is missing", "DROP TABLE migrations"],
    ["a table was made", "CREATE TABLE forgotten (id integer)"],
    ["a column was changed", "ALTER TABLE forgotten ADD COLUMN name text"],
    ["a right was taken", `REVOKE SELECT ON release FROM ${area}_app`],
    ["a right to a column was given", `GRANT UPDATE (id) ON change_record TO ${area}_app`],
    ["a right to a function was taken", "REVOKE ALL ON FUNCTION asked FROM PUBLIC"],
    ["a policy was made", "CREATE POLICY open ON release"],
    ["policies count", "ALTER TABLE release ENABLE ROW LEVEL SECURITY"],
    ["everybody may connect", `GRANT CONNECT ON DATABASE ${area} TO PUBLIC`],
    ["everybody may use the schema", "GRANT USAGE ON SCHEMA public TO PUBLIC"],
    ["an extension is missing", "DROP EXTENSION btree_gist"],
    ["a password was changed", `ALTER ROLE ${area}_app PASSWORD 'another'`],
    ["a role may do more", `ALTER ROLE ${area}_app CREATEDB`],
    ["a role lacks its setting", `ALTER ROLE ${area}_app RESET deadlock_timeout`],
    ["a role cannot become a reader", `REVOKE ${area}_app_published FROM ${area}_app`],
    ["there are no synthetic records", "DELETE FROM synthetic_dataset"],
    ["there is a later release", "INSERT INTO release VALUES ('2027-07-01')"],
    ["the note is missing", "DROP SCHEMA local_stack CASCADE"],
  ])("is done again, once, where %s", async (_what, sql) => {
    await run(sql);
    expect(await works()).toBe(true);
    expect(await works()).toBe(false);
  });

  it("is done again where there is no release and more is on record", async () => {
    const withoutRelease = async () => {
      await prepare();
      await run("DELETE FROM release");
      return [];
    };
    await run("DELETE FROM release");
    expect(await works({}, withoutRelease)).toBe(true);
    expect(await works()).toBe(false);
    await run("INSERT INTO change_record VALUES (2)");
    expect(await works()).toBe(true);
    expect(await works()).toBe(false);
  });

  it("is done again in a database that was copied from a prepared one", async () => {
    await run(`CREATE DATABASE ${area}_copy TEMPLATE ${area} OWNER ${area}_owner`, adminUrl);
    await run(`DROP DATABASE ${area}`, adminUrl);
    await run(`ALTER DATABASE ${area}_copy RENAME TO ${area}`, adminUrl);
    expect(await works()).toBe(true);
    expect(await works()).toBe(false);
  });

  it("is done again where it failed, and where it was interrupted", async () => {
    const fingerprint = "failing";
    const failed = () =>
      prepareOnce({ ...preparation, fingerprint }, () => Promise.resolve(["it"]));
    expect(await failed()).toEqual(["it"]);
    expect(await failed()).toEqual(["it"]);
    const interrupted = () =>
      prepareOnce({ ...preparation, fingerprint }, () => Promise.reject(new Error("stopped")));
    await expect(interrupted()).rejects.toThrow("stopped");
    await expect(interrupted()).rejects.toThrow("stopped");
    // What was noted before is not believed any more either.
    expect(await works()).toBe(true);
  });

  it("is noted where the owner of the database can back it up", async () => {
    const url = databaseUrl({ user: `${area}_owner`, password: "test", port, database: area });
    expect(await run("SELECT FROM local_stack.prepared", url)).toMatchObject({ rowCount: 1 });
  });
});
