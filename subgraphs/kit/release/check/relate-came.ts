import { fiscalYearOf } from "../reference-periods";
import type { Group } from "./group";
import type { NumberedCells } from "./numbered-cells";
import type { Counted, TableLevels } from "./table-levels";

/** A stock, and the flow by which everybody in it came. */
interface StockThatCame {
  readonly stock: string;
  readonly cameBy: string;
}

/** Relates stocks with all that came until then: there are no more than that. */
export function relateCame(
  cells: NumberedCells,
  levels: TableLevels,
  { stock, cameBy }: StockThatCame,
): void {
  for (const { measure, period, levels: own } of levels.counted) {
    if (measure !== stock) continue;
    for (const level of own.keys()) {
      const years = yearsUntil(levels, cameBy, level, fiscalYearOf(period));
      for (const group of levels.groupsOf(level)) {
        relateStock(cells, { measure, period }, years, group);
      }
    }
  }
}

/** Every fiscal year from the first that anything is known of, each with the flow. */
function yearsUntil(levels: TableLevels, flow: string, level: string, last: number): Counted[] {
  const known = levels.counted
    .filter(({ measure, levels: own }) => measure === flow && own.has(level))
    .map(({ period }) => Number(period.slice(2)));
  const first = Math.min(...known);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_year, index) => ({
    measure: flow,
    period: `FY${first + index}`,
  }));
}

function relateStock(
  cells: NumberedCells,
  stock: Counted,
  years: readonly Counted[],
  group: Group,
): void {
  const own = cells.ofGroup(stock, group);
  const came = years.map((year) => cells.ofGroup(year, group));
  const most = came.reduce((sum, cell) => sum + cells.system.boundsBefore(cell).upper, 0);
  // If records of the flow begin later, some in the stock came before.
  if (came.length === 0 || most < cells.system.boundsBefore(own).lower) return;
  cells.relate([...came.map((cell) => [cell, 1] as const), [own, -1], [cells.slack(), -1]]);
}
