import { type CountedCell, type KeyedCell } from "./counted-cell";
import { type DisclosureRule } from "./disclosure-rule";
import { overlapCeiling, personsTogether, sum } from "./overlap";

/**
 * The fewest candidates, and of these small ones, that protect the first cells of a line when suppressed with them;
 * null if all of them do not. Suppressed cells can be summed, so together they must be about as many persons as any
 * number that is shown.
 *
 * @param whole - the total, which is shown
 */
export function lineSecondaries(
  whole: CountedCell,
  first: readonly KeyedCell[],
  candidates: readonly KeyedCell[],
  { threshold, width }: DisclosureRule,
): KeyedCell[] | null {
  if (first.length === 0) return [];
  const ceiling = overlapCeiling(whole.count, countsOf([...first, ...candidates]));
  const all = personsOf(candidates);
  const isEnough = (secondary: readonly KeyedCell[]): boolean => {
    const hidden = [...first, ...secondary];
    const shown = all - personsOf(secondary);
    const cells = hidden.map(([, cell]) => cell);
    return spread(hidden, ceiling) >= width && personsTogether(whole, cells, shown) >= threshold;
  };
  const ascending = candidates.toSorted(([, a], [, b]) => a.count - b.count);
  for (let size = 0; size <= ascending.length; size += 1) {
    const largest = ascending.slice(ascending.length - size);
    if (isEnough(largest)) return lighter(largest, ascending, isEnough);
  }
  return null;
}

function personsOf(keyed: readonly KeyedCell[]): number {
  return sum(keyed.map(([, { persons }]) => persons));
}

function countsOf(keyed: readonly KeyedCell[]): number[] {
  return keyed.map(([, { count }]) => count);
}

/** As many cells; each in turn, from the largest, is replaced by the smallest that is still enough. */
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
  const whole = sum(countsOf(cells));
  const greatest = Math.min(ceiling, whole - others);
  return greatest - Math.max(1, whole - others * greatest);
}
