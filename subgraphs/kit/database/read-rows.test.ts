import { Column, type DataSource, Entity, PrimaryColumn, QueryFailedError } from "typeorm";
import { emptyDatabase, type EmptyDatabase } from "../../../test/support/postgres";
import { runInRequest } from "../request-scope";
import { createDataSource } from "./data-source";
import { provisionDatabase } from "./provision";
import { readRows } from "./read-rows";
import { rowClass } from "./row-class";
import { databaseError } from "./sql-state";
import { StatementNames } from "./statement-names";

@Entity("thing")
class Thing {
  @PrimaryColumn("text")
  id: string;
  @Column("date", { name: "first_day", nullable: true })
  firstDay: string | null;
  @Column("timestamptz", { name: "recorded_at" })
  recordedAt: Date;
  @Column("integer", { nullable: true })
  size: number | null;
  @Column("boolean")
  open: boolean;
}

const names = new StatementNames("kept", 10);

let empty: EmptyDatabase;
let database: DataSource;

beforeAll(async () => {
  empty = await emptyDatabase("recruitment");
  await provisionDatabase({ admin: empty.adminUrl, owner: empty.ownerUrl, app: empty.appUrl });
  // One connection, so that what one statement leaves behind is there for the next.
  database = createDataSource({
    url: empty.ownerUrl,
    applicationName: "test",
    poolSize: 1,
    entities: [Thing],
  });
  await database.initialize();
  await database.query(
    `CREATE TABLE thing (id text PRIMARY KEY, first_day date, recorded_at timestamptz NOT NULL, size integer, open boolean NOT NULL);
     INSERT INTO thing VALUES ('a', '2024-02-29', '2024-03-01T00:00:00.123+09:00', 1, true), ('b', NULL, 'epoch', NULL, false)`,
  );
});

afterAll(async () => {
  await database.destroy();
  await empty.drop();
});

const { sql, values } = { sql: "SELECT $1::integer + 1", values: [1] };
const kept = async () =>
  (
    await readRows(database, {
      tag: "all",
      sql: "SELECT name FROM pg_prepared_statements",
      values: [],
    })
  )
    .flat()
    .map(String);

describe("rows that are read without an entity manager", () => {
  it("are what the entity manager reads: days as text, instants as dates, null where nothing is known", async () => {
    const { columns, table, make } = rowClass(database, Thing);
    const select = `SELECT ${columns} FROM ${table} t ORDER BY t.id`;
    const rows = await readRows(database, { tag: "things", sql: select, values: [] });
    const asRead = await database.getRepository(Thing).find({ order: { id: "ASC" } });
    expect(asRead.map(({ firstDay }) => firstDay)).toEqual(["2024-02-29", null]);
    expect(rows.map(make)).toStrictEqual(asRead);
  });

  it("are noted by their tag on the request that they are read for", async () => {
    const scope = { requestId: "r", statements: [], subgraphCalls: [] };
    await runInRequest(scope, () => readRows(database, { tag: "one", sql, values }));
    expect(scope.statements).toEqual(["one"]);
  });

  it("are read by a statement that the connection keeps, where that is asked for, and else not", async () => {
    const before = await kept();
    await readRows(database, { tag: "not kept", sql, values });
    expect(await kept()).toEqual(before);
    expect(await readRows(database, { tag: "kept", sql, values, kept: names })).toEqual([[2]]);
    expect(await readRows(database, { tag: "kept", sql, values: [2], kept: names })).toEqual([[3]]);
    expect(await kept()).toHaveLength(before.length + 1);
  });

  it("are read anew where a table has been changed since its statement was kept", async () => {
    const things = {
      tag: "sizes",
      sql: "SELECT t.size FROM thing t ORDER BY t.id",
      values: [],
      kept: names,
    };
    expect(await readRows(database, things)).toEqual([[1], [null]]);
    await database.query("ALTER TABLE thing ALTER size TYPE text");
    expect(await readRows(database, things)).toEqual([["1"], [null]]);
  });

  it("are read where the connection has lost its kept statements, and no other statement by the name of one", async () => {
    const one = { tag: "kept", sql, values, kept: names };
    await readRows(database, one);
    await database.query("DISCARD ALL");
    for (let time = 0; time < 2; time += 1) expect(await readRows(database, one)).toEqual([[2]]);
    const [mine, others] = [new StatementNames("same", 1), new StatementNames("same", 1)];
    await readRows(database, { tag: "mine", sql: "SELECT 1", values: [], kept: mine });
    const other = { tag: "other", sql: "SELECT 2", values: [], kept: others };
    await expect(readRows(database, other)).rejects.toThrow("same_1");
  });

  it("fail as those of the data source do, and leave the connection usable, kept statement or not", async () => {
    const failing = { tag: "failing", sql: "SELECT 1 / $1::integer" };
    for (const keptBy of [undefined, names]) {
      const reading = readRows(database, { ...failing, values: [0], kept: keptBy });
      const error = await reading.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(QueryFailedError);
      expect(databaseError(error)).toMatchObject({ code: "22012" });
      expect(await readRows(database, { ...failing, values: [1], kept: keptBy })).toEqual([[1]]);
    }
  });

  it("are read from a new connection once one was ended by the server, also in the middle of a statement", async () => {
    const ended = {
      tag: "ended",
      sql: "SELECT pg_terminate_backend(pg_backend_pid())",
      values: [],
    };
    await expect(readRows(database, ended)).rejects.toThrow();
    expect(await readRows(database, { tag: "kept", sql, values, kept: names })).toEqual([[2]]);
  });
});

describe("names of statements", () => {
  it("are one for each text, and no more than there can be", () => {
    const names = new StatementNames("kept", 2);
    expect([names.nameOf("a"), names.nameOf("b"), names.nameOf("a")]).toEqual([
      "kept_1",
      "kept_2",
      "kept_1",
    ]);
    expect([names.nameOf("c"), names.nameOf("b")]).toEqual([undefined, "kept_2"]);
  });
});
