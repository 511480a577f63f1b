import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import {
  auditUrls,
  cloneAuditDatabase,
  type TestAuditDatabase,
} from "../../test/support/audit-database";
import { asAdmin, testPostgres } from "../../test/support/postgres";
import { setUpAudit } from "./set-up";

let audit: TestAuditDatabase;
beforeAll(async () => {
  audit = await cloneAuditDatabase();
});
afterAll(() => audit.drop());

async function as(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

const entry = "VALUES (1, now(), '{}', decode(repeat('00', 32), 'hex'))";

describe("the role that appends", () => {
  it("appends", async () => {
    await expect(
      as(audit.writerUrl, "SELECT seq FROM append_audit_entries(ARRAY['{}'])"),
    ).resolves.toEqual([{ seq: "1" }]);
  });

  it.each([
    ["read entries", "SELECT FROM audit_entry"],
    ["read the head", "SELECT FROM audit_head"],
    ["read the migrations", "SELECT FROM migrations"],
    ["copy entries out", "COPY audit_entry TO STDOUT"],
    ["insert an entry", `INSERT INTO audit_entry ${entry}`],
    ["change an entry", "UPDATE audit_entry SET entry = '{}'"],
    ["change the head", "UPDATE audit_head SET seq = 0"],
    ["delete entries", "DELETE FROM audit_entry"],
    ["empty the log", "TRUNCATE audit_entry"],
    ["lock the log", "BEGIN; LOCK TABLE audit_entry IN ACCESS SHARE MODE"],
    ["drop the log", "DROP TABLE audit_entry"],
    ["change a citation", "UPDATE citation SET record = ''"],
    ["delete citations", "DELETE FROM citation"],
    ["empty the citations", "TRUNCATE citation"],
    [
      "say when a citation was kept",
      "INSERT INTO citation (id, answer_key, record, kept_at) VALUES ('', '', '', now())",
    ],
    ["switch off the triggers", "ALTER TABLE audit_entry DISABLE TRIGGER ALL"],
    ["switch off triggers for itself", "SET session_replication_role = replica"],
    ["replace the function", "ALTER FUNCTION append_audit_entries RESET ALL"],
    ["call the trigger's function", "SELECT refuse_change_of_audit()"],
    ["create a table", "CREATE TABLE own (id integer)"],
    ["create a temporary table", "CREATE TEMPORARY TABLE own (id integer)"],
    ["create a schema", "CREATE SCHEMA own"],
    ["create a function", "CREATE FUNCTION own() RETURNS integer RETURN 1"],
    ["create an extension", "CREATE EXTENSION pgcrypto"],
    ["create a role", "CREATE ROLE another"],
    ["create a database", "CREATE DATABASE another"],
    ["run anonymous code", "DO $$ BEGIN END $$"],
    ["create a large object", "SELECT lo_create(0)"],
    ["fill a large object", "SELECT lo_from_bytea(0, 'x')"],
    ["read a file", "SELECT pg_read_file('PG_VERSION')"],
    ["run a program", "COPY (SELECT 1) TO PROGRAM 'true'"],
    ["write a file", "COPY (SELECT 1) TO '/tmp/audit-role'"],
    ["become the owner", "SET ROLE audit_owner"],
    ["become the superuser", "SET SESSION AUTHORIZATION postgres"],
    ["grant itself the log", "GRANT audit_owner TO audit_writer"],
  ])("cannot %s", async (_what, sql) => {
    await expect(as(audit.writerUrl, sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it("adds a citation, and reads it", async () => {
    const added = `INSERT INTO citation (id, answer_key, record)
      VALUES (repeat('a', 32), decode(repeat('00', 32), 'hex'), '') ON CONFLICT (answer_key) DO NOTHING`;
    await as(audit.writerUrl, added);
    await expect(as(audit.writerUrl, "SELECT id FROM citation")).resolves.toEqual([
      { id: "a".repeat(32) },
    ]);
  });

  it("may execute no function of the log but one", async () => {
    const allowed = await as(
      audit.writerUrl,
      "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND has_function_privilege(oid, 'EXECUTE')",
    );
    expect(allowed).toEqual([{ proname: "append_audit_entries" }]);
  });

  it("gets into no other database of the server", async () => {
    const others = (await as(
      testPostgres().adminUrl,
      "SELECT datname FROM pg_database WHERE datname ~ '^(postgres|template)|_template$'",
    )) as { datname: string }[];
    expect(others.length).toBeGreaterThanOrEqual(7);
    for (const { datname } of others) {
      const url = new URL(audit.writerUrl);
      url.pathname = `/${datname}`;
      await expect(as(url.toString(), "SELECT 1")).rejects.toThrow(
        /permission denied for database|not currently accepting connections/,
      );
    }
  });

  it("cannot put functions of its own in the place of those the log calls", async () => {
    const [row] = (await as(
      audit.readerUrl,
      "SELECT prosecdef, proconfig, pg_get_userbyid(proowner) AS owner FROM pg_proc WHERE proname = 'append_audit_entries'",
    )) as object[];
    expect(row).toEqual({
      prosecdef: true,
      proconfig: ["search_path=pg_catalog, pg_temp"],
      owner: "audit_owner",
    });
  });
});

describe("the role that reads", () => {
  it("reads the log", async () => {
    await expect(
      as(audit.readerUrl, "SELECT FROM audit_entry, audit_head, citation"),
    ).resolves.toBeDefined();
  });

  it.each([
    ["append", "SELECT append_audit_entries(ARRAY['{}'])"],
    ["insert an entry", `INSERT INTO audit_entry ${entry}`],
    ["change an entry", "UPDATE audit_entry SET entry = '{}'"],
    ["change the head", "UPDATE audit_head SET seq = 0"],
    ["delete entries", "DELETE FROM audit_entry"],
    ["add a citation", "INSERT INTO citation (id) VALUES ('')"],
    ["create a temporary table", "CREATE TEMPORARY TABLE own (id integer)"],
    ["become the owner", "SET ROLE audit_owner"],
  ])("cannot %s", async (_what, sql) => {
    const writable = `SET TRANSACTION READ WRITE; ${sql}`;
    await expect(as(audit.readerUrl, writable)).rejects.toThrow(/permission denied/);
  });
});

describe("the role that owns the log", () => {
  it.each([
    ["change an entry", "UPDATE audit_entry SET entry = '{}'"],
    ["delete entries", "DELETE FROM audit_entry"],
    ["empty the log", "TRUNCATE audit_entry"],
    ["delete the head", "DELETE FROM audit_head"],
    ["empty the head", "TRUNCATE audit_head"],
    ["put the head back", "UPDATE audit_head SET seq = 0"],
  ])("does not %s by mistake", async (_what, sql) => {
    await expect(as(audit.ownerUrl, sql)).rejects.toThrow("the audit log is append-only");
  });

  it.each(["UPDATE citation SET id = id", "DELETE FROM citation", "TRUNCATE citation"])(
    "does not change citations by mistake: %s",
    async (sql) => {
      await expect(as(audit.ownerUrl, sql)).rejects.toThrow("a citation is never changed");
    },
  );
});

describe("setting up", () => {
  const database = `audit_${randomBytes(6).toString("hex")}`;
  const { adminUrl: admin, port } = testPostgres();
  const { ownerUrl: owner, writerUrl: writer, readerUrl: reader } = auditUrls(port, database);
  afterAll(() =>
    asAdmin(admin, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(database)} WITH (FORCE)`),
    ),
  );

  it("can be done again, and keeps what was recorded", async () => {
    await setUpAudit({ admin, owner, writer, reader });
    await as(writer, "SELECT append_audit_entries(ARRAY['{}'])");
    await setUpAudit({ admin, owner, writer, reader });
    await expect(as(reader, "SELECT seq FROM audit_head")).resolves.toEqual([{ seq: "1" }]);
  });

  it("wants one database and three roles", async () => {
    await expect(setUpAudit({ admin, owner, writer, reader: writer })).rejects.toThrow(
      `to name one database and three roles, received databases ${database} and roles audit_owner, audit_writer.`,
    );
  });
});
