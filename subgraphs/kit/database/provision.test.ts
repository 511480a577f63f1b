import { Client } from "pg";
import { emptyDatabase, type EmptyDatabase, testPostgres } from "../../../test/support/postgres";
import { provisionDatabase } from "./provision";

let empty: EmptyDatabase;
beforeAll(async () => {
  empty = await emptyDatabase("dispatch");
});
afterAll(() => empty.drop());

const urls = () => ({ admin: empty.adminUrl, owner: empty.ownerUrl, app: empty.appUrl });

async function as(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("a provisioned database", () => {
  it("can be provisioned again without harm", async () => {
    await provisionDatabase(urls());
    await as(empty.ownerUrl, "CREATE TABLE kept (id integer); INSERT INTO kept VALUES (1)");
    await provisionDatabase(urls());
    expect(await as(empty.ownerUrl, "SELECT id FROM kept")).toEqual([{ id: 1 }]);
  });

  it.each([
    ["create a table", "CREATE TABLE own (id integer)"],
    ["create a temporary table", "CREATE TEMPORARY TABLE own (id integer)"],
    ["create a schema", "CREATE SCHEMA own"],
    ["change a table", "ALTER TABLE kept ADD COLUMN more integer"],
    ["write what it was not granted", "INSERT INTO kept VALUES (2)"],
    ["drop a table", "DROP TABLE kept"],
    ["make a role", "CREATE ROLE another"],
    ["become the owner", `SET ROLE postgres`],
  ])("does not let the restricted role %s", async (_what, sql) => {
    await expect(as(empty.appUrl, sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it("looks for deadlocks of the restricted role before its changes have waited long", async () => {
    expect(await as(empty.appUrl, "SHOW deadlock_timeout")).toEqual([
      { deadlock_timeout: "200ms" },
    ]);
  });

  it("is the only one of the server its restricted role can reach", async () => {
    const { adminUrl } = testPostgres();
    const own = new URL(empty.appUrl).pathname.slice(1);
    // Those that copies are being made of right now refuse everybody.
    const others = (await as(
      adminUrl,
      `SELECT datname FROM pg_database WHERE datname <> '${own}' AND datname ~ '^(postgres|template)|_template$'`,
    )) as { datname: string }[];
    expect(others.length).toBeGreaterThanOrEqual(6);
    for (const { datname } of others) {
      const url = new URL(empty.appUrl);
      url.pathname = `/${datname}`;
      await expect(as(url.toString(), "SELECT 1")).rejects.toThrow(
        /permission denied for database|not currently accepting connections/,
      );
    }
  });

  it("must be named alike in both URLs", async () => {
    await expect(
      provisionDatabase({ ...urls(), app: empty.appUrl.replace(/\/[^/]+$/, "/another") }),
    ).rejects.toThrow(/DATABASE_URL names "another"; expected the same/);
  });
});
