import { rowsBy } from "../rows-by";
import type { Queryable } from "../statistics/counted-groups";
import { type CellRow, keysOf, type ReleaseStamp } from "./register";
import type { ReleasedTable } from "./released-rows";

/** All tables of some measures in the last release. */
export interface LastRelease extends ReleaseStamp {
  readonly tables: readonly ReleasedTable[];
}

/**
 * Reads from the register what the last release shows of measures, whole, with one statement.
 * @returns `null` if there is no release yet
 */
export async function readLastRelease(
  database: Queryable,
  name: string,
  measures: readonly string[],
): Promise<LastRelease | null> {
  const rows = await database.query<ReleaseRow[]>(
    `/* ${name} */
WITH v AS (SELECT vintage, released_at, threshold, width FROM release ORDER BY vintage DESC LIMIT 1)
SELECT v.*, t.measure, t.dimensions, t.period, t.withheld, t.inner_withheld, c.mask, c.k0, c.k1, c.value, c.lower, c.upper
FROM v
LEFT JOIN released_table t ON t.vintage = v.vintage AND t.measure = ANY ($1::text[])
LEFT JOIN released_cell c ON c.vintage = t.vintage AND c.measure = t.measure AND c.dimensions = t.dimensions
  AND c.period = t.period
ORDER BY t.measure, t.dimensions, t.period, c.place`,
    [measures],
  );
  const [first] = rows;
  if (!first) return null;
  const { vintage, released_at: releasedAt, threshold, width } = first;
  const byTable = rowsBy(rows, ({ measure, dimensions, period }) =>
    JSON.stringify([measure, dimensions, period]),
  );
  return {
    ...{ vintage, releasedAt, rule: { threshold, width } },
    tables: [...byTable.values()].flatMap((own) => tableOf(own) ?? []),
  };
}

interface ReleaseRow extends CellRow {
  readonly vintage: number;
  readonly released_at: Date;
  readonly threshold: number;
  readonly width: number;
  /** `null` if the release has no table of the measures. */
  readonly measure: string | null;
  readonly dimensions: string;
  readonly period: string;
}

function tableOf(rows: readonly ReleaseRow[]): ReleasedTable | undefined {
  const [first] = rows;
  if (!first || first.measure === null) return undefined;
  const { measure, dimensions, period, withheld, inner_withheld: innerWithheld } = first;
  const { length } = dimensions === "" ? [] : dimensions.split(",");
  return {
    ...{ measure, dimensions, period, withheld, innerWithheld },
    rows: rows.flatMap(({ mask, k0, k1, value, lower, upper }) =>
      mask === null ? [] : [{ keys: keysOf(mask, [k0, k1].slice(0, length)), value, lower, upper }],
    ),
  };
}
