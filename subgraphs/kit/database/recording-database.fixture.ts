import type { DataSource } from "typeorm";

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
    query: async ({ text }: { readonly text: string }, values: unknown[]) => ({
      rows: await query(text, values),
    }),
  };
  const driver = { master: { connect: () => Promise.resolve(client) } };
  return Object.assign(Object.create(database) as DataSource, { query, driver });
}
