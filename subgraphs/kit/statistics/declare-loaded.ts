import { coverageTable } from "./coverage-table";
import type { AreaMeasures } from "./measure";

/**
 * The statements by which a load declares from when on the counted tables have everything: from the first day of the
 * fiscal year of their earliest record, which tells no more of that record than its year, or from today where there is
 * none. What is recorded afterwards does not move that day.
 *
 * @param isKept - whether what was declared before stays
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
