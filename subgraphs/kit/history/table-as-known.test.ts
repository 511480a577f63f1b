import fc from "fast-check";
import { passTime } from "../../../test/support/pass-time";
import { asAdmin, emptyDatabase, type EmptyDatabase } from "../../../test/support/postgres";
import { databaseOf, withDatabase } from "../database/provision";
import { tableAsKnown } from "./table-as-known";
import { keys, Things } from "./thing.fixture";

const ids = ["x", "y", "z"] as const;
const operation = fc.record({
  what: fc.constantFrom("put", "put", "touch", "remove"),
  id: fc.constantFrom(...ids),
  size: fc.integer({ min: 0, max: 3 }),
});
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

/** One transaction, and what it does. */
const step = fc.record({
  operations: fc.array(operation, { minLength: 1, maxLength: 4 }),
  isUndone: fc.boolean(),
  minutes: fc.integer({ min: 1, max: 100_000 }),
});

const sqlOf = ({ what, id, size }: Operation, key: string): string => {
  switch (what) {
    case "put":
      return `INSERT INTO thing VALUES ('${id}', ${size}) ON CONFLICT (${key}) DO UPDATE SET size = excluded.size`;
    case "touch":
      return `UPDATE thing SET kind = kind WHERE id = '${id}'`;
    case "remove":
      return `DELETE FROM thing WHERE id = '${id}'`;
  }
};

function replay(state: ReadonlyMap<string, number>, operations: readonly Operation[]) {
  const after = new Map(state);
  for (const { what, id, size } of operations) {
    if (what === "put") after.set(id, size);
    if (what === "remove") after.delete(id);
  }
  return after;
}

describe.each(keys)("with the key %s", (key) => {
  let database: EmptyDatabase;
  let things: Things;
  beforeAll(async () => {
    database = await emptyDatabase("history");
    things = await Things.open(database, key);
  });
  afterAll(async () => {
    await things.close();
    await database.drop();
  });

  /** Runs SQL that no trigger hears of. */
  function unnoticed(sql: string): Promise<unknown> {
    const url = withDatabase(database.adminUrl, databaseOf(database.ownerUrl));
    return asAdmin(url, (client) => client.query(`SET session_replication_role = replica; ${sql}`));
  }

  describe("a table as it was known", () => {
    it("is at every moment what a replay of all that was done until then gives", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
          await unnoticed("TRUNCATE thing, thing_history");
          let state: ReadonlyMap<string, number> = new Map();
          const seen: { minutesAgo: number; at: number; state: typeof state }[] = [];
          for (const { operations, isUndone, minutes } of steps) {
            const sql = operations.map((one) => sqlOf(one, key)).join("; ");
            await things.app.query(`BEGIN; ${sql}; ${isUndone ? "ROLLBACK" : "COMMIT"}`);
            if (!isUndone) state = replay(state, operations);
            await passTime(database.ownerUrl, `${minutes} minutes`);
            for (const one of seen) one.minutesAgo += minutes;
            seen.push({ minutesAgo: minutes, at: Date.now(), state });
          }
          for (const { minutesAgo, at, state: expected } of seen) {
            const known = await things.knownAt(new Date(at - minutesAgo * 60_000));
            expect(known).toEqual(
              [...expected].sort().map(([id, size]) => `${id} ${size} ${size * 2}`),
            );
          }
          expect(await things.knownAt(new Date(Date.now() - 1_000_000 * 60_000))).toEqual([]);
        }),
        { numRuns: 40 },
      );
    });

    it("counts what was recorded within the millisecond of the moment, and ends what was replaced within it", async () => {
      await unnoticed("TRUNCATE thing, thing_history");
      await unnoticed(`
      INSERT INTO thing (id, size, recorded_at) VALUES ('x', 2, '2026-01-01T00:00:00.123456Z');
      INSERT INTO thing_history (id, size, twice, kind, part, recorded_at, recorded_to)
      VALUES ('x', 1, 2, 'a', 1, '2025-01-01Z', '2026-01-01T00:00:00.123456Z')`);
      expect(await things.knownAt(new Date("2026-01-01T00:00:00.122Z"))).toEqual(["x 1 2"]);
      expect(await things.knownAt(new Date("2026-01-01T00:00:00.123Z"))).toEqual(["x 2 4"]);
      expect(await things.knownAt(new Date("2024-12-31T23:59:59.999Z"))).toEqual([]);
    });

    it("has all columns where none are named", async () => {
      const { fields } = await things.app.query(
        `SELECT t.* FROM ${tableAsKnown("thing", undefined, "$1")} t`,
        [new Date()],
      );
      expect(fields.map(({ name }) => name)).toEqual([
        ...["recorded_to", "id", "size", "kind", "twice", "part", "recorded_at"],
      ]);
    });
  });
});
