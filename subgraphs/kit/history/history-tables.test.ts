import { Client } from "pg";
import { emptyDatabase, type EmptyDatabase } from "../../../test/support/postgres";
import { dropHistoryTables, historyTables } from "./history-tables.sql";
import { keys, Things } from "./thing.fixture";

const refusal = (query: Promise<unknown>) =>
  query.then(
    () => "done",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe.each(keys)("with the key %s", (key) => {
  let database: EmptyDatabase;
  let things: Things;
  beforeEach(async () => {
    database = await emptyDatabase("history");
    things = await Things.open(database, key);
  });
  afterEach(async () => {
    await things.close();
    await database.drop();
  });

  describe("the history of a table", () => {
    it("has every version that was changed or removed, generated columns too, and nothing of what is new", async () => {
      const { app, owner } = things;
      await app.query("INSERT INTO thing VALUES ('x', 1)");
      expect(await things.past("x")).toEqual([]);
      await app.query("UPDATE thing SET size = 2");
      await owner.query("UPDATE thing SET size = 3");
      await app.query("DELETE FROM thing");
      expect(await things.past("x")).toEqual(["1 a", "2 a", "3 a"]);
      const { rows } = await app.query("SELECT twice FROM thing_history ORDER BY recorded_at");
      expect(rows).toEqual([{ twice: 2 }, { twice: 4 }, { twice: 6 }]);
    });

    it("keeps once what a transaction changes several times, also behind savepoints", async () => {
      const { app } = things;
      await app.query("INSERT INTO thing VALUES ('x', 1)");
      await app.query("BEGIN");
      await app.query("UPDATE thing SET size = 2");
      await app.query("SAVEPOINT one; UPDATE thing SET size = 3; RELEASE one");
      await app.query("SAVEPOINT two; UPDATE thing SET size = 4; ROLLBACK TO two");
      await app.query("UPDATE thing SET size = 5");
      await app.query("COMMIT");
      expect(await things.past("x")).toEqual(["1 a"]);
    });

    it("has nothing of what one transaction adds, changes and removes, or takes back", async () => {
      const { app } = things;
      await app.query(
        "BEGIN; INSERT INTO thing VALUES ('x', 1); UPDATE thing SET size = 2; DELETE FROM thing; COMMIT",
      );
      await app.query("INSERT INTO thing VALUES ('y', 1)");
      await app.query("BEGIN; UPDATE thing SET size = 2; ROLLBACK");
      expect([await things.past("x"), await things.past("y")]).toEqual([[], []]);
    });

    it("has no trace of an update that changes nothing, or of a conflict that is left alone", async () => {
      const { app } = things;
      await app.query("INSERT INTO thing VALUES ('x', 1)");
      const recorded = () =>
        app.query<object>("SELECT recorded_at::text FROM thing").then(({ rows }) => rows);
      const before = await recorded();
      await app.query("UPDATE thing SET size = 1, kind = kind");
      await app.query(
        `INSERT INTO thing VALUES ('x', 1) ON CONFLICT (${key}) DO UPDATE SET size = excluded.size`,
      );
      expect([await things.past("x"), await recorded()]).toEqual([[], before]);
      await app.query(
        `INSERT INTO thing VALUES ('x', 2) ON CONFLICT (${key}) DO UPDATE SET size = excluded.size`,
      );
      expect(await things.past("x")).toEqual(["1 a"]);
    });

    it("has what a foreign key hands on, once where the same transaction changes it besides", async () => {
      const { app, owner } = things;
      await app.query("INSERT INTO thing VALUES ('x', 1, 'a'), ('y', 1, 'b')");
      await owner.query(
        "BEGIN; UPDATE kind SET code = 'c' WHERE code = 'a'; UPDATE thing SET size = 2 WHERE id = 'x'; COMMIT",
      );
      expect([await things.past("x"), await things.past("y")]).toEqual([["1 a"], []]);
    });

    it("finds the versions of a row by its whole key", async () => {
      const { rows } = await things.owner.query(
        "SELECT pg_get_indexdef('thing_history_by_id'::regclass) AS made",
      );
      expect(rows).toEqual([
        {
          made: `CREATE INDEX thing_history_by_id ON public.thing_history USING btree (${key}, recorded_to)`,
        },
      ]);
    });

    it("has columns in the order of its table", async () => {
      const { rows } = await things.owner.query<{ columns: string[] }>(
        `SELECT array_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), attcollation) ORDER BY attnum) AS columns
       FROM pg_attribute WHERE attrelid IN ('thing'::regclass, 'thing_history'::regclass) AND attnum > 0
       GROUP BY attrelid ORDER BY attrelid`,
      );
      const [own, past] = rows.map(({ columns }) => columns);
      expect(past).toEqual(["recorded_to timestamp with time zone 0", ...(own ?? [])]);
    });
  });

  describe("writers at the same time", () => {
    it("have each version kept, also where the one that began later is first", async () => {
      const { app, owner } = things;
      await app.query("INSERT INTO thing VALUES ('x', 1)");
      await owner.query("BEGIN; SELECT now()");
      await app.query("UPDATE thing SET size = 2");
      await owner.query("UPDATE thing SET size = 3; UPDATE thing SET size = 4; COMMIT");
      expect(await things.past("x")).toEqual(["1 a", "2 a"]);
      await owner.query("BEGIN; SELECT now()");
      await app.query("UPDATE thing SET size = 5");
      await owner.query("DELETE FROM thing; COMMIT");
      expect(await things.past("x")).toEqual(["1 a", "2 a", "4 a", "5 a"]);
    });

    it("leave one version after the other, however many there are", async () => {
      await things.app.query("INSERT INTO thing VALUES ('x', 0)");
      const clients = Array.from(
        { length: 8 },
        () => new Client({ connectionString: database.appUrl }),
      );
      await Promise.all(
        clients.map(async (client) => {
          await client.connect();
          for (let time = 0; time < 10; time += 1) {
            await client.query("BEGIN; SELECT pg_sleep(random() / 100)");
            await client.query("UPDATE thing SET size = size + 1; COMMIT");
          }
          await client.end();
        }),
      );
      expect(await things.past("x")).toEqual(Array.from({ length: 80 }, (_, size) => `${size} a`));
    });
  });

  describe("nobody", () => {
    beforeEach(() => things.app.query("INSERT INTO thing VALUES ('x', 1)"));

    it.each([
      ["change", "UPDATE thing_history SET size = 1 WHERE false"],
      ["remove", "DELETE FROM thing_history"],
      ["empty", "TRUNCATE thing_history"],
      ["add to", "INSERT INTO thing_history SELECT now(), t.* FROM thing t"],
    ])("may %s a history, not even its owner", async (_what, sql) => {
      expect(await refusal(things.app.query(sql))).toBe(
        "permission denied for table thing_history",
      );
      expect(await refusal(things.owner.query(sql))).toContain("what was on record stays");
    });

    it("may empty the table, or say that something was recorded at another moment", async () => {
      const { app, owner } = things;
      expect(await refusal(owner.query("TRUNCATE thing"))).toContain("what was on record stays");
      for (const client of [app, owner]) {
        const insert = "INSERT INTO thing (id, recorded_at) VALUES ('y', '2001-01-01')";
        expect(await refusal(client.query(insert))).toContain("is the moment of recording");
        await client.query("UPDATE thing SET recorded_at = '2001-01-01'");
        await client.query("UPDATE thing SET recorded_at = '2001-01-01', size = size + 1");
      }
      const { rows } = await app.query(
        "SELECT FROM thing WHERE recorded_at < now() - interval '1 hour'",
      );
      expect(rows).toEqual([]);
      expect(await things.past("x")).toEqual(["1 a", "2 a"]);
    });
  });

  it("a history can be taken back and made again, the rows stay, and of several the last takes all with it", async () => {
    const { owner } = things;
    await owner.query("INSERT INTO thing VALUES ('x', 1); UPDATE thing SET size = 2");
    await owner.query(`CREATE TABLE other (id text PRIMARY KEY); ${historyTables("other")}`);
    await owner.query(dropHistoryTables("thing"));
    await owner.query(
      "UPDATE thing SET size = 3; TRUNCATE kind CASCADE; INSERT INTO kind VALUES ('a')",
    );
    await owner.query("INSERT INTO thing VALUES ('x', 3)");
    await owner.query(historyTables("thing"));
    const { rows: since } = await owner.query(
      "SELECT recorded_at = since AS same FROM thing, history_start WHERE table_name = 'thing'",
    );
    expect(since).toEqual([{ same: true }]);
    await owner.query("UPDATE thing SET size = 4");
    expect(await things.past("x")).toEqual(["3 a"]);
    await owner.query(dropHistoryTables("other"));
    await owner.query(dropHistoryTables("thing"));
    const { rows } = await owner.query(
      `SELECT relname AS left FROM pg_class WHERE relname ~ 'history'
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prolang <> 13 AND proname ~ 'histor|record'`,
    );
    expect(rows).toEqual([]);
    expect((await owner.query("SELECT id, size FROM thing")).rows).toEqual([{ id: "x", size: 4 }]);
  });
});

it("the rows of one table are told apart by all columns of its key", async () => {
  const database = await emptyDatabase("history");
  const things = await Things.open(database, "id, part");
  try {
    const { app } = things;
    await app.query("INSERT INTO thing (id, part, size) VALUES ('x', 1, 10), ('x', 2, 20)");
    await app.query("UPDATE thing SET size = 11 WHERE part = 1");
    await app.query("DELETE FROM thing WHERE part = 2");
    await app.query("INSERT INTO thing (id, part, size) VALUES ('x', 2, 21)");
    const { rows } = await app.query(
      `SELECT h.part, h.size, recorded_to <= (SELECT recorded_at FROM thing t WHERE (t.id, t.part) = (h.id, h.part)) AS before
       FROM thing_history h ORDER BY part`,
    );
    expect(rows).toEqual([
      { part: 1, size: 10, before: true },
      { part: 2, size: 20, before: true },
    ]);
    expect(await things.knownAt(new Date())).toEqual(["x 11 22", "x 21 42"]);
  } finally {
    await things.close();
    await database.drop();
  }
});

it("a table without a primary key, or with a moment of its own, gets no history", async () => {
  const database = await emptyDatabase("history");
  const things = await Things.open(database, "id");
  const { owner } = things;
  try {
    await owner.query(
      "CREATE TABLE keyless (id text); CREATE TABLE told (id text PRIMARY KEY, recorded_at timestamptz)",
    );
    expect(await refusal(owner.query(historyTables("keyless")))).toBe(
      "expected keyless to have a primary key, found none",
    );
    expect(await refusal(owner.query(historyTables("told")))).toContain("already exists");
  } finally {
    await things.close();
    await database.drop();
  }
});
