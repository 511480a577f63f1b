import { chooseSecondaries } from "./choose-secondaries";
import { type CountedTable } from "./counted-table";
import { type DisclosureRule } from "./disclosure-rule";
import { type Crossing, type Grid, gridOf, type Group, withZeros } from "./grid";
import { gridNetwork } from "./grid-network";
import { innerBounds } from "./inner-bounds";
import { sum, tellsOfFew } from "./overlap";
import { type ReleasedCell, shownCell, suppressedCell } from "./released-cell";
import { type ReleasedLine } from "./released-table";

/** Inner cells as released, and how many of them are suppressed. */
export interface ReleasedInner {
  readonly released: ReadonlyMap<string, ReadonlyMap<string, ReleasedCell>>;
  readonly hidden: number;
}

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
  const { count } = table.total;
  return protectGrid(grid, count, rule) ?? protectGrid(withZeros(grid), count, rule);
}

function protectGrid(grid: Grid, total: number, rule: DisclosureRule): ReleasedInner | null {
  const forced = new Set<Crossing>();
  for (;;) {
    const network = gridNetwork(grid, total, rule, forced);
    if (!chooseSecondaries(network, rule.width)) return null;
    const hidden = new Set(
      grid.crossings.filter((crossing) => network.inner.get(crossing)?.isHidden),
    );
    const more = [...grid.rows, ...grid.columns].flatMap((group) => toHide(group, hidden, rule));
    if (more.length === 0) return releasedInner(grid, hidden);
    for (const crossing of more) forced.add(crossing);
  }
}

/**
 * The smallest cell of a row or column that is shown, where its margin less what is shown of it would be about too few
 * persons, or all of it shown would tell how few are in several of its cells.
 */
function toHide(
  { count, released, crossings }: Group,
  hidden: ReadonlySet<Crossing>,
  { threshold }: DisclosureRule,
): Crossing[] {
  if (released.suppressed) return [];
  const isFew = crossings.some((crossing) => hidden.has(crossing))
    ? sum(crossings.map((one) => (hidden.has(one) ? one.cell.persons : 0))) < threshold
    : tellsOfFew(count, countsOf(crossings), threshold);
  const shown = crossings.filter((one) => one.cell.count > 0 && !hidden.has(one));
  return isFew ? shown.toSorted((a, b) => a.cell.count - b.cell.count).slice(0, 1) : [];
}

function countsOf(crossings: readonly Crossing[]): number[] {
  return crossings.flatMap(({ cell }) => (cell.count > 0 ? [cell.count] : []));
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
  return { released: cells, hidden: hidden.size };
}
