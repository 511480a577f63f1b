import type { CountedCell } from "../disclosure/counted-cell";
import type { CountedPeriods } from "./count-unit";
import type { ReleaseUnit } from "./release-plan";
import { hasPeriod, shownZero, type UnitBasis } from "./unit-basis";
import { allKeys, cellName, levelsOf, tableName, type UnitCounts } from "./unit-tables";

/**
 * The numbers of a release while corrections wait: of periods that were released, what was released; of later ones, what
 * is counted, but stocks as they follow from the last that was released and the flows since. So nothing of what waits
 * can be computed. `null` where that is not possible, and later periods have to wait too.
 */
export function waitingCounts(
  { measures }: ReleaseUnit,
  counted: readonly CountedPeriods[],
  counts: UnitCounts,
  last: UnitBasis,
): UnitCounts | null {
  const waiting = new Map<string, CountedCell>(counts);
  for (const { tables, keys } of levelsOf(counted, last)) {
    for (const { table, periods } of tables) {
      const flows = measures[table.measure]?.linked?.flows;
      for (const each of allKeys(table, keys)) {
        let before: string | undefined;
        for (const { period } of periods) {
          const name = cellName(table.measure, period.name, table, each);
          if (hasPeriod(last, tableName(table), period.name)) {
            waiting.set(name, last.cells[name] ?? shownZero);
          } else if (flows) {
            if (before === undefined) return null;
            const flow = (measure: string) =>
              counts.get(cellName(measure, `FY${period.fiscalYear ?? 0}`, table, each))?.count ?? 0;
            const stock = (waiting.get(before)?.count ?? 0) + flow(flows.in) - flow(flows.out);
            if (stock < 0) return null;
            waiting.set(name, { count: stock, persons: stock });
          }
          if (period.fiscalYear !== null) before = name;
        }
      }
    }
  }
  return waiting;
}
