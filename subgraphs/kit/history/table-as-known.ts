/**
 * A table as it was on record at a moment, in parentheses: for `FROM`, with an alias behind it. Its columns are those of
 * the table, generated ones as they were kept, and `recorded_at`.
 *
 * A moment is a whole millisecond, as a `Date` holds it: what was recorded within it was known.
 *
 * @param table - a table with a history ({@link historyTables})
 * @param columns - the columns that are needed; all where left out, and `recorded_to` besides
 * @param knownAt - the moment as SQL, as the placeholder of a `Date`
 */
export function tableAsKnown(
  table: string,
  columns: readonly string[] | undefined,
  knownAt: string,
): string {
  const named = columns?.map((column) => `"${column}"`).join(", ") ?? "*";
  const moment = `date_trunc('milliseconds', (${knownAt})::timestamptz) + interval '999 microseconds'`;
  // The conditions stand outside, so that PostgreSQL reads both tables in order from their indexes.
  return `(SELECT ${named} FROM (
    SELECT 'infinity'::timestamptz AS recorded_to, now_on_record.* FROM "${table}" now_on_record
    UNION ALL SELECT * FROM "${table}_history"
  ) recorded WHERE recorded_at <= ${moment} AND recorded_to > ${moment})`;
}
