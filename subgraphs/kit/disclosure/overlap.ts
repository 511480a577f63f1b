import { type CountedCell } from "./counted-cell";
import { type DisclosureRule } from "./disclosure-rule";

/** The sum of counts. */
export function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

/** True if groups overlap: something was counted in several of them, but once in the whole. */
export function isOverlapping(whole: number, parts: readonly number[]): boolean {
  return sum(parts) > whole;
}

/**
 * The most that each part may be because no part exceeds the whole. Infinity where that says nothing: without overlap
 * what the other parts leave says more, and where a part does exceed the whole they are not counts of the same.
 */
export function overlapCeiling(whole: number, parts: readonly number[]): number {
  return isOverlapping(whole, parts) && parts.every((part) => part <= whole) ? whole : Infinity;
}

/**
 * True if parts that are all shown disclose that only few are in several of them: the excess of their sum over the
 * whole is that number, or up to as many times that number as there are other parts. If everybody is known to be in two
 * or more of them, the excess over twice the whole or more discloses the same.
 */
export function disclosesFew(whole: number, parts: readonly number[], threshold: number): boolean {
  for (let times = 1; times < parts.length; times += 1) {
    const excess = sum(parts) - times * whole;
    if (excess <= 0) return false;
    if (Math.ceil(excess / (parts.length - times)) < threshold) return true;
  }
  return false;
}

/**
 * True if a cell that is shown beside a whole with overlapping groups discloses that only few are not in it: the whole
 * minus the cell is not the sum of the other cells, so none of these need be about few.
 */
export function leavesFew(whole: CountedCell, cell: CountedCell, rule: DisclosureRule): boolean {
  const left = whole.count - cell.count;
  return left > 0 && Math.min(left, whole.persons - cell.persons) < rule.threshold;
}

/**
 * True if a row, a column, their common cell and the whole, all shown, disclose that only few are in neither. Without
 * overlap these are other cells of the table.
 */
export function leavesFewOfBoth(
  whole: CountedCell,
  row: CountedCell,
  column: CountedCell,
  both: CountedCell,
  { threshold }: DisclosureRule,
): boolean {
  const left = whole.count - row.count - column.count + both.count;
  const persons = whole.persons - row.persons - column.persons + both.persons;
  return left > 0 && Math.min(left, persons) < threshold;
}

/**
 * The least number of persons that some cells of a whole are about together: as a person can be in several, at least as
 * many as in the largest cell, and as the other cells leave of the whole.
 *
 * @param others - the persons of the other cells, summed
 */
export function personsTogether(
  whole: Pick<CountedCell, "persons">,
  some: readonly CountedCell[],
  others: number,
): number {
  return Math.max(0, ...some.map(({ persons }) => persons), whole.persons - others);
}
