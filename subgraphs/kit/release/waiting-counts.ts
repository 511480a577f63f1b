import type { CountedCell } from "../disclosure/counted-cell";
import type { CountedPeriods } from "./count-unit";
import { type ReleaseUnit, tableName } from "./release-plan";
import { hasPeriod, shownZero, type UnitBasis } from "./unit-basis";
import { allKeys, cellName, type GroupKeys, levelsOf, type UnitCounts } from "./unit-tables";

/** What is released while corrections wait. */
export interface WaitingCounts {
  readonly counts: UnitCounts;
  /** The tables and periods of which there is anything. */
  readonly counted: readonly CountedPeriods[];
}

/**
 * The numbers of a release while corrections wait, so that nothing of what waits can be computed. Of periods that were
 * released, what was released. Of later years, flows as counted, and stocks as they follow from the last that was
 * released and the flows since. Other stocks, new tables, and stocks that would be less than nothing wait too.
 */
export function waitingCounts(
  { measures }: ReleaseUnit,
  counted: readonly CountedPeriods[],
  now: UnitCounts,
  last: UnitBasis,
): WaitingCounts {
  const counts = new Map<string, CountedCell>(now);
  const keysOf = new Map(
    levelsOf(counted, last).map(({ tables, keys }) => [tables[0]?.table.name, keys]),
  );
  const left = counted.map(({ table, periods }) => {
    const measure = measures[table.measure];
    const keys = allKeys(table, keysOf.get(table.name) ?? []);
    const nameOf = (period: string, each: GroupKeys) =>
      cellName(table.measure, period, table, each);
    const isNew = last.tables[tableName(table)] === undefined;
    let before: string | undefined;
    const kept = periods.filter(({ period }) => {
      const { name, fiscalYear } = period;
      if (hasPeriod(last, tableName(table), name)) {
        for (const each of keys)
          counts.set(nameOf(name, each), last.cells[nameOf(name, each)] ?? shownZero);
        if (fiscalYear !== null) before = name;
        return true;
      }
      if (isNew) return false;
      if (measure?.time.kind === "FLOW") return true;
      const flows = measure?.linked?.flows;
      const [from, year] = [before, fiscalYear];
      if (!flows || from === undefined || year === null) return false;
      const flow = (of: string, each: GroupKeys) => {
        const isReleased = hasPeriod(last, tableName({ ...table, measure: of }), `FY${year}`);
        const flowName = cellName(of, `FY${year}`, table, each);
        return (isReleased ? last.cells[flowName] : now.get(flowName))?.count ?? 0;
      };
      const stocks = keys.map((each) => {
        const stock = counts.get(nameOf(from, each))?.count ?? 0;
        return [each, stock + flow(flows.in, each) - flow(flows.out, each)] as const;
      });
      // A year without a stock has none to follow from.
      before = undefined;
      if (stocks.some(([, stock]) => stock < 0)) return false;
      for (const [each, stock] of stocks)
        counts.set(nameOf(name, each), { count: stock, persons: stock });
      before = name;
      return true;
    });
    return { table, periods: kept };
  });
  return { counts, counted: left };
}
