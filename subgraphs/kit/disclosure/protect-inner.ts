import { type CountedCell } from "./counted-cell";
import { type CountedTable } from "./counted-table";
import { type DisclosureRule } from "./disclosure-rule";
import { type Crossing, type Grid, gridOf, withZeros } from "./grid";
import { hiddenCrossings } from "./hidden-crossings";
import { innerBounds } from "./inner-bounds";
import { type ReleasedCell, shownCell, suppressedCell } from "./released-cell";
import { type ReleasedLine } from "./released-table";

/** Inner cells as released: row → column → cell. */
export type ReleasedInner = ReadonlyMap<string, ReadonlyMap<string, ReleasedCell>>;

/**
 * What may be released of the inner cells besides the margins as released; null if nothing may. Which cells are zero is
 * shown if a pattern protects the others in spite of it, and otherwise left open for those that are suppressed.
 */
export function protectInner(
  table: CountedTable,
  rows: ReleasedLine,
  columns: ReleasedLine,
  rule: DisclosureRule,
): ReleasedInner | null {
  const grid = gridOf(table, rows, columns);
  const { total } = table;
  return protectGrid(grid, total, rule) ?? protectGrid(withZeros(grid), total, rule);
}

function protectGrid(grid: Grid, total: CountedCell, rule: DisclosureRule): ReleasedInner | null {
  const hidden = hiddenCrossings(grid, total, rule);
  return hidden && releasedInner(grid, hidden);
}

function releasedInner(grid: Grid, hidden: ReadonlySet<Crossing>): ReleasedInner {
  const bounds = innerBounds(grid, hidden);
  const cells = new Map<string, Map<string, ReleasedCell>>();
  for (const crossing of grid.crossings) {
    const { lower, upper } = bounds.get(crossing) ?? { lower: grid.floor, upper: Infinity };
    const isHidden = hidden.has(crossing);
    if (!isHidden && crossing.cell.count === 0) continue;
    const row = cells.get(crossing.row) ?? new Map<string, ReleasedCell>();
    row.set(crossing.column, isHidden ? suppressedCell(lower, upper) : shownCell(lower));
    cells.set(crossing.row, row);
  }
  return cells;
}
