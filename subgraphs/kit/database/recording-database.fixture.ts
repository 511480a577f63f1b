import type { DataSource } from "typeorm";
import type { ReadQuery } from "./read-query";

/** A data source like another, which hands each statement to `note` instead of PostgreSQL, and finds no rows. */
export function recordingDatabase(
  database: DataSource,
  note: (sql: string, values: unknown[]) => unknown,
): DataSource {
  const query = async (sql: string, values: unknown[] = []) => {
    await note(sql, values);
    return [];
  };
  const nothing = () => undefined;
  const client = {
    on: nothing,
    off: nothing,
    release: nothing,
    query: ({ text, values, callback }: ReadQuery) => {
      query(text, [...values]).then(
        (rows) => callback(null, rows),
        (error: unknown) => callback(error as Error),
      );
    },
  };
  const driver = { master: { connect: () => Promise.resolve(client) } };
  return Object.assign(Object.create(database) as DataSource, { query, driver });
}
