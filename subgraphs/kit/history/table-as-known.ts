/**
 * A table as it was on record at a moment, in parentheses: for `FROM`, with an alias behind it. Its columns are those of
 * the table, generated ones as they were kept, and `recorded_at`.
 *
 * A moment is a whole millisecond, as a `Date` holds it: what was recorded within it was known.
 *
 * @param table - a table with a history ({@link historyTables})
 * @param columns - the columns that are needed; all where left out, and `recorded_to` besides
 * @param knownAt - the moment as SQL, mostly the placeholder of a `timestamptz`
 */
export function tableAsKnown(
  table: string,
  columns: readonly string[] | undefined,
  knownAt: string,
): string {
  const moment = `date_trunc('milliseconds', ${knownAt}) + interval '999 microseconds'`;
  const named = columns?.map((column) => `"${column}"`).join(", ");
  const [current, past] = named
    ? [named, named]
    : [`'infinity'::timestamptz AS recorded_to, now_on_record.*`, "*"];
  return `(SELECT ${current} FROM "${table}" now_on_record WHERE recorded_at <= ${moment}
  UNION ALL SELECT ${past} FROM "${table}_history" WHERE recorded_at <= ${moment} AND recorded_to > ${moment})`;
}
