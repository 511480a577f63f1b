import { chooseSecondaries } from "./choose-secondaries";
import { type CountedCell } from "./counted-cell";
import { type DisclosureRule } from "./disclosure-rule";
import { byColumn, type Crossing, type Grid, type Group } from "./grid";
import { gridNetwork } from "./grid-network";
import {
  disclosesFew,
  isOverlapping,
  leavesFew,
  leavesFewOfBoth,
  personsTogether,
  sum,
} from "./overlap";

/**
 * Which inner cells of a grid are suppressed, so that each stays uncertain and what follows for several of a row or
 * column together is about enough persons; null if nothing protects them.
 *
 * @param total - the total, which is shown
 */
export function hiddenCrossings(
  grid: Grid,
  total: CountedCell,
  rule: DisclosureRule,
): ReadonlySet<Crossing> | null {
  const forced = disclosingNeither(grid, total, rule);
  if (!forced) return null;
  for (;;) {
    const network = gridNetwork(grid, total.count, rule, forced);
    if (!chooseSecondaries(network, rule.width)) return null;
    const hidden = new Set(
      grid.crossings.filter((crossing) => network.inner.get(crossing)?.isHidden),
    );
    const more = [...grid.rows, ...grid.columns].flatMap((group) => toHide(group, hidden, rule));
    if (more.length === 0) return hidden;
    for (const crossing of more) forced.add(crossing);
  }
}

/**
 * If groups overlap, the cells that with their row and column disclose the few who are in neither; null if one of them
 * is a zero that cannot be suppressed.
 */
function disclosingNeither(
  { rows, columns }: Grid,
  total: CountedCell,
  rule: DisclosureRule,
): Set<Crossing> | null {
  const disclosing = new Set<Crossing>();
  const areOverlapping = [rows, columns].some(
    (groups) =>
      groups.some((group) => group.isOverlapping) ||
      isOverlapping(
        total.count,
        groups.map(({ count }) => count),
      ),
  );
  if (!areOverlapping) return disclosing;
  const isShown = ({ released }: Group) => !released.suppressed;
  for (const row of rows.filter(isShown)) {
    const own = byColumn(row.crossings);
    for (const column of columns.filter(isShown)) {
      const crossing = own.get(column.key);
      const both = crossing?.cell ?? { count: 0, persons: 0 };
      if (!leavesFewOfBoth(total, row, column, both, rule)) continue;
      if (!crossing) return null;
      disclosing.add(crossing);
    }
  }
  return disclosing;
}

/**
 * Of a row or column that is shown: the cells that only few are outside of. If there are none, the smallest cell, where
 * the margin minus the shown cells would be about too few persons, or where all cells together would disclose that only
 * few are in several of them.
 */
function toHide(group: Group, hidden: ReadonlySet<Crossing>, rule: DisclosureRule): Crossing[] {
  if (group.released.suppressed) return [];
  const shown = group.crossings.filter((one) => one.cell.count > 0 && !hidden.has(one));
  const disclosing = group.isOverlapping
    ? shown.filter(({ cell }) => leavesFew(group, cell, rule))
    : [];
  if (disclosing.length > 0) return disclosing;
  return isFew(group, shown, hidden, rule)
    ? shown.toSorted((a, b) => a.cell.count - b.cell.count).slice(0, 1)
    : [];
}

function isFew(
  group: Group,
  shown: readonly Crossing[],
  hidden: ReadonlySet<Crossing>,
  { threshold }: DisclosureRule,
): boolean {
  const some = group.crossings.flatMap((one) => (hidden.has(one) ? [one.cell] : []));
  if (some.length === 0) return disclosesFew(group.count, countsOf(shown), threshold);
  const others = sum(shown.map(({ cell }) => cell.persons));
  return personsTogether(group, some, others) < threshold;
}

function countsOf(crossings: readonly Crossing[]): number[] {
  return crossings.map(({ cell }) => cell.count);
}
