import { type Client, escapeIdentifier } from "pg";

interface Part {
  readonly table_name: string;
  readonly name: string;
  readonly is_index: boolean;
  readonly definition: string;
}

/**
 * Foreign keys, exclusion constraints (also those written `WITHOUT OVERLAPS`), and indexes that no constraint needs:
 * the most costly to maintain row by row. Those that refer to others come first.
 */
const partsSql = `
SELECT t.relname AS table_name, c.conname AS name, false AS is_index,
       pg_get_constraintdef(c.oid) AS definition, (c.contype <> 'f')::integer AS place
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
WHERE t.oid = ANY($1::regclass[]) AND (c.contype IN ('f', 'x') OR (c.contype = 'u' AND c.conperiod))
UNION ALL
SELECT t.relname, i.relname, true, pg_get_indexdef(x.indexrelid), 2
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
WHERE t.oid = ANY($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.indexrelid)
ORDER BY place, table_name, name`;

/**
 * Does work while the tables are without their costly constraints and indexes, then makes these again as they were,
 * which checks every row. Call inside a transaction, so that either all of them are back or nothing has happened.
 */
export async function withoutIndexes(
  client: Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows: parts } = await client.query<Part>(partsSql, [tables.map(escapeIdentifier)]);
  for (const part of parts) await client.query(dropOf(part));
  await work();
  await client.query("SET LOCAL maintenance_work_mem = '512MB'");
  for (const part of parts.toReversed()) await client.query(additionOf(part));
}

function dropOf({ table_name, name, is_index }: Part): string {
  return is_index
    ? `DROP INDEX ${escapeIdentifier(name)}`
    : `ALTER TABLE ${escapeIdentifier(table_name)} DROP CONSTRAINT ${escapeIdentifier(name)}`;
}

function additionOf({ table_name, name, is_index, definition }: Part): string {
  return is_index
    ? definition
    : `ALTER TABLE ${escapeIdentifier(table_name)} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`;
}
