import { type Client, escapeIdentifier, escapeLiteral } from "pg";

/**
 * What tables hold, as one text that is the same only where it all is: of each table how many rows there are, and a sum
 * over all of each row. PostgreSQL computes it, so that it costs little where there is much.
 */
export async function tableContents(client: Client, tables: readonly string[]): Promise<string> {
  const ofTables = tables.map(
    (table) =>
      `SELECT ${escapeLiteral(table)} AS name, count(*) AS rows, sum(hashtextextended(t::text, 0)::numeric) AS sum FROM ${escapeIdentifier(table)} t`,
  );
  const { rows } = await client.query<Record<"name" | "rows" | "sum", string>>(
    ofTables.join(" UNION ALL "),
  );
  return rows.map(({ name, rows: count, sum }) => `${name} ${count} ${sum}`).join("\n");
}
