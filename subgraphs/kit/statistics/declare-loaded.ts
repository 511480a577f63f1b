import { coverageTable } from "./coverage-table";
import type { AreaMeasures } from "./measure";

/**
 * The statements with which a load declares from which day the counted tables are complete: from the first day of the
 * fiscal year of their earliest record, which discloses no more of that record than its year, or from today if there is
 * none. Later records do not change that day.
 *
 * @param isKept - true to keep an earlier declaration
 */
export function declareLoaded(
  { earliest }: Pick<AreaMeasures, "earliest">,
  { isKept }: { readonly isKept: boolean },
): readonly string[] {
  const otherwise = isKept ? "NOTHING" : "UPDATE SET begins = EXCLUDED.begins";
  return Object.entries(earliest).map(
    ([table, day]) => `INSERT INTO ${coverageTable} (counted, begins) SELECT '${table}', coalesce(
  make_date(extract(year FROM r.day - interval '3 months')::integer, 4, 1),
  (now() AT TIME ZONE 'Asia/Tokyo')::date) FROM (${day}) AS r(day)
ON CONFLICT (counted) DO ${otherwise}`,
  );
}
