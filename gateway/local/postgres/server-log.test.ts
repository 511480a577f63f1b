import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { testPostgres } from "../../../test/support/postgres";

const secret = "SECRET-2023-9001";

describe("the log of PostgreSQL", () => {
  it("holds nothing of what a failed statement was to write or compare", async () => {
    const { adminUrl, folder } = testPostgres();
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(
      "CREATE TEMPORARY TABLE person (number text UNIQUE, age integer CHECK (age > 0))",
    );
    await client.query("INSERT INTO person VALUES ($1)", [secret]);
    const statements: readonly (readonly [string, readonly unknown[]])[] = [
      ["INSERT INTO person VALUES ($1)", [secret]],
      ["INSERT INTO person VALUES ($1, -1)", [`${secret}-0`]],
      ["SELECT $1::text::date", [secret]],
      [`SELECT '${secret}'::date`, []],
      [`DO $$ BEGIN RAISE EXCEPTION 'not ${secret}'; END $$`, []],
    ];
    for (const [sql, values] of statements) {
      await expect(client.query(sql, [...values])).rejects.toThrow();
    }
    await client.end();
    await delay(500);
    const log = await readFile(join(folder, "postgres.log"), "utf8");
    expect(log).toContain("ready to accept connections");
    expect(log).not.toContain(secret);
  });
});
