import { type KeyedCell, nonzeroCells } from "./counted-cell";
import { type CountedLine } from "./counted-table";
import { type DisclosureRule, isPrimary } from "./disclosure-rule";
import { lineSecondaries } from "./line-secondaries";
import { disclosesFew, isOverlapping, leavesFew, overlapCeiling, sum } from "./overlap";
import { protectTotal } from "./protect-total";
import { type ReleasedCell, shownCell, suppressedCell } from "./released-cell";
import { type ReleasedLine } from "./released-table";

/**
 * What may be released of a table of one dimension and its total. Of the cells that may protect others, as few as
 * possible are suppressed, and of these small ones. Nothing protects them where the total is not shown. O(n log n) for n
 * cells, times the square of how many are suppressed to protect others.
 */
export function protectLine(line: CountedLine, rule: DisclosureRule): ReleasedLine {
  const total = protectTotal(line.total, rule);
  const cells = nonzeroCells(line.cells);
  const overlapping = isOverlapping(line.total.count, counts(cells));
  const disclosing = cells.filter(
    ([, cell]) => isPrimary(cell, rule) || (overlapping && leavesFew(line.total, cell, rule)),
  );
  const first = disclosing.length > 0 ? disclosing : toHideOverlap(line.total.count, cells, rule);
  const others = cells.filter((cell) => !first.includes(cell));
  // A total is suppressed only because it is small: anybody who saw which cells exist could count them.
  const more = total.suppressed ? null : lineSecondaries(line.total, first, others, rule);
  const hidden = more && [...first, ...more];
  return {
    total,
    cells: hidden ? releasedCells(line.total.count, cells, hidden) : new Map(),
    withheld: hidden === null,
  };
}

/** The smallest cell, if showing all of them would disclose that only few are in several. */
function toHideOverlap(
  total: number,
  cells: readonly KeyedCell[],
  { threshold }: DisclosureRule,
): readonly KeyedCell[] {
  if (!disclosesFew(total, counts(cells), threshold)) return [];
  return cells.toSorted(([, a], [, b]) => a.count - b.count).slice(0, 1);
}

function releasedCells(
  total: number,
  cells: readonly KeyedCell[],
  hidden: readonly KeyedCell[],
): ReadonlyMap<string, ReleasedCell> {
  const isHidden = new Set(hidden);
  const upper = greatestHidden(total, cells, hidden);
  return new Map(
    cells.map((keyed) => {
      const [key, { count }] = keyed;
      return [key, isHidden.has(keyed) ? suppressedCell(1, upper) : shownCell(count)];
    }),
  );
}

/** What follows for each suppressed cell from the total, the cells that are shown, and how many are not. */
function greatestHidden(
  total: number,
  cells: readonly KeyedCell[],
  hidden: readonly KeyedCell[],
): number {
  if (isOverlapping(total, counts(cells))) return overlapCeiling(total, counts(cells));
  const shown = sum(counts(cells)) - sum(counts(hidden));
  return total - shown - (hidden.length - 1);
}

function counts(cells: readonly KeyedCell[]): number[] {
  return cells.map(([, { count }]) => count);
}
