import { rowsBy } from "../rows-by";
import { coverageOf } from "../statistics/coverage";
import { type CountedGroup, type Queryable, readGroups } from "../statistics/counted-groups";
import { coverageTable } from "../statistics/coverage-table";
import type { Measure } from "../statistics/measure";
import { otherDays, periodNamed, type ReferencePeriod, yearlyPeriods } from "./reference-periods";
import { type PlannedTable, type ReleaseUnit, tableName } from "./release-plan";
import type { UnitBasis } from "./unit-basis";

/** A table as it was counted in all its periods. */
export interface CountedPeriods {
  readonly table: PlannedTable;
  readonly periods: readonly {
    readonly period: ReferencePeriod;
    readonly groups: readonly CountedGroup[];
  }[];
}

/**
 * Counts all tables of a unit, with all their sums and the persons behind each number.
 *
 * @param last - the last release
 */
export async function countUnit(
  database: Queryable,
  { measures, tables }: ReleaseUnit,
  last: UnitBasis | undefined,
): Promise<CountedPeriods[]> {
  const rows = await database.query<{ counted: string; begins: string }[]>(
    `/* release */ SELECT counted, begins::text FROM ${coverageTable}`,
  );
  const begins = new Map(rows.map((row) => [row.counted, row.begins]));
  const counted: CountedPeriods[] = [];
  for (const table of tables) {
    const measure = measureOf(measures, table);
    const coverage = coverageOf(begins.get(measure.table) ?? null);
    const periods = yearlyPeriods(measure, coverage);
    if (table.dimensions.length === 0) {
      const known = new Set(periods.map(({ name }) => name));
      periods.push(...otherDays(measure, coverage).filter(({ name }) => !known.has(name)));
    }
    const all = new Map(periods.map((period) => [period.name, period]));
    // What was released is counted again, whatever the records are said to cover today.
    for (const name of Object.keys(last?.tables[tableName(table)] ?? {})) {
      if (!all.has(name)) all.set(name, periodNamed(name));
    }
    counted.push({
      table,
      periods: await countTable(database, measure, table, sortedPeriods(all.values())),
    });
  }
  return counted;
}

/** Years first, in their order, then other days. */
function sortedPeriods(periods: Iterable<ReferencePeriod>): ReferencePeriod[] {
  const isOther = ({ fiscalYear }: ReferencePeriod) => Number(fiscalYear === null);
  return [...periods].sort(
    (one, other) => isOther(one) - isOther(other) || (one.name < other.name ? -1 : 1),
  );
}

async function countTable(
  database: Queryable,
  measure: Measure,
  table: PlannedTable,
  periods: readonly ReferencePeriod[],
): Promise<CountedPeriods["periods"]> {
  if (periods.length === 0) return [];
  const { groups } = await readGroups(database, "release", {
    measure,
    periods,
    grouped: table.dimensions,
    isProtected: true,
  });
  const byPeriod = rowsBy(groups, ({ period }) => period);
  return periods.map((period, index) => ({ period, groups: byPeriod.get(index) ?? [] }));
}

/**
 * The measure of a table.
 * @throws Error if it is not in the unit
 */
export function measureOf(
  measures: ReleaseUnit["measures"],
  { measure: name }: Pick<PlannedTable, "measure">,
): Measure {
  const measure = measures[name];
  if (!measure) throw new Error(`no measure ${name}`);
  return measure;
}
