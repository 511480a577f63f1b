import { ApiError } from "../errors";
import { DateTimeScalar } from "../graphql/scalars";
import type { DatabaseLoader, LoadingContext } from "../loaders";

/** When the history of a table begins, by the table's name. */
const historyStartByTable: DatabaseLoader<string, Date> = {
  name: "historyStartByTable",
  batch: async (tables, database) => {
    const rows: { table: string; since: Date }[] = await database.query(
      `/* historyStartByTable */ SELECT table_name AS "table", since FROM history_start
       WHERE table_name = ANY($1)`,
      [tables],
    );
    const since = new Map(rows.map((row) => [row.table, row.since]));
    return tables.map((table) => {
      const start = since.get(table);
      if (!start) throw new Error(`${table} has no history`);
      return start;
    });
  },
};

/**
 * Refuses moments before the history of a table; one statement a request.
 * @throws ApiError INVALID_KNOWN_AT before the history of the table began
 */
export async function requireHistory(
  context: LoadingContext,
  table: string,
  knownAt: Date,
): Promise<void> {
  const since = await context.load(historyStartByTable, table);
  if (since <= knownAt) return;
  const expected = DateTimeScalar.serialize(since);
  const received = DateTimeScalar.serialize(knownAt);
  throw new ApiError(
    "INVALID_KNOWN_AT",
    `Expected a moment from ${expected} on, since when the history of ${table} is kept, received ${received}.`,
  );
}
