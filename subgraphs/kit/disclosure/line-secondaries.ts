import { type KeyedCell } from "./counted-cell";
import { type DisclosureRule } from "./disclosure-rule";
import { sum } from "./overlap";

/**
 * The fewest candidates, and of these small ones, that protect the primary cells of a line when suppressed with them;
 * null if all of them do not. No cell is above `ceiling`. What is suppressed can be summed, so that it has to be about as
 * many persons as any number that is shown.
 */
export function lineSecondaries(
  primary: readonly KeyedCell[],
  candidates: readonly KeyedCell[],
  { threshold, width }: DisclosureRule,
  ceiling: number,
): KeyedCell[] | null {
  if (primary.length === 0) return [];
  const isEnough = (secondary: readonly KeyedCell[]): boolean => {
    const hidden = [...primary, ...secondary];
    return spread(hidden, ceiling) >= width && personsOf(hidden) >= threshold;
  };
  const ascending = candidates.toSorted(([, a], [, b]) => a.count - b.count);
  for (let size = 0; size <= ascending.length; size += 1) {
    const largest = ascending.slice(ascending.length - size);
    if (isEnough(largest)) return lighter(largest, ascending, isEnough);
  }
  return null;
}

function personsOf(cells: readonly KeyedCell[]): number {
  return sum(cells.map(([, { persons }]) => persons));
}

/** As many cells, with each in turn, from the largest, replaced by the smallest that still does. */
function lighter(
  chosen: readonly KeyedCell[],
  ascending: readonly KeyedCell[],
  isEnough: (secondary: readonly KeyedCell[]) => boolean,
): KeyedCell[] {
  const kept = [...chosen];
  for (let i = kept.length - 1; i >= 0; i -= 1) {
    const others = new Set(kept.filter((_, j) => j !== i));
    const smallest = ascending.find((cell) => !others.has(cell) && isEnough([...others, cell]));
    if (smallest) kept[i] = smallest;
  }
  return kept;
}

/**
 * How far apart the least and the greatest value are that each of these cells may have, for one who knows their sum,
 * that each is at least 1, and that none is above `ceiling`.
 */
function spread(cells: readonly KeyedCell[], ceiling: number): number {
  if (cells.length < 2) return 0;
  const others = cells.length - 1;
  const whole = sum(cells.map(([, { count }]) => count));
  const greatest = Math.min(ceiling, whole - others);
  return greatest - Math.max(1, whole - others * greatest);
}
