import { chooseSecondaries } from "./choose-secondaries";
import { type CountedTable } from "./counted-table";
import { type DisclosureRule } from "./disclosure-rule";
import { type Crossing, type Grid, gridOf } from "./grid";
import { gridNetwork } from "./grid-network";
import { innerBounds } from "./inner-bounds";
import { type ReleasedCell, shownCell, suppressedCell } from "./released-cell";
import { type ReleasedLine } from "./released-table";

/** Inner cells as released, and how many of them are suppressed. */
export interface ReleasedInner {
  readonly released: ReadonlyMap<string, ReadonlyMap<string, ReleasedCell>>;
  readonly hidden: number;
}

/** What may be released of the inner cells besides the margins as released; null if nothing may. */
export function protectInner(
  table: CountedTable,
  rows: ReleasedLine,
  columns: ReleasedLine,
  rule: DisclosureRule,
): ReleasedInner | null {
  const grid = gridOf(table, rows, columns);
  const hidden = hiddenCrossings(grid, table.total.count, rule);
  return hidden && { released: releasedCells(grid, hidden), hidden: hidden.size };
}

function hiddenCrossings(
  grid: Grid,
  total: number,
  rule: DisclosureRule,
): ReadonlySet<Crossing> | null {
  const network = gridNetwork(grid, total, rule);
  if (!chooseSecondaries(network, rule.width)) return null;
  return new Set(grid.crossings.filter((crossing) => network.inner.get(crossing)?.isHidden));
}

function releasedCells(grid: Grid, hidden: ReadonlySet<Crossing>): ReleasedInner["released"] {
  const bounds = innerBounds(grid, hidden);
  const cells = new Map<string, Map<string, ReleasedCell>>();
  for (const crossing of grid.crossings) {
    const { lower, upper } = bounds.get(crossing) ?? { lower: 1, upper: Infinity };
    const row = cells.get(crossing.row) ?? new Map<string, ReleasedCell>();
    const isHidden = hidden.has(crossing);
    row.set(crossing.column, isHidden ? suppressedCell(lower, upper) : shownCell(lower));
    cells.set(crossing.row, row);
  }
  return cells;
}
