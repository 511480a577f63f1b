/**
 * Refuses rows that leave out a column of their table, which would be written as NULL.
 * @throws Error naming the column
 */
export function requireColumns(
  table: string,
  columns: Readonly<Record<string, string>>,
  [row]: readonly object[],
): void {
  if (!row) return;
  const missing = Object.keys(columns).find((column) => !(column in row));
  if (missing !== undefined) throw new Error(`rows of ${table} leave out ${missing}`);
}
