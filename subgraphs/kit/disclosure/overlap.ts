import { type CountedCell } from "./counted-cell";
import { type DisclosureRule } from "./disclosure-rule";

/** The sum of counts. */
export function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

/** Whether groups overlap: something was counted in several of them, but once in what they are parts of. */
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
 * Whether parts that are all shown tell how few are in several of them: what they sum to beyond the whole is as many, or
 * as many times over as there are other parts. Where everybody is known to be in two or more of them, what they sum to
 * beyond twice the whole or more tells the same.
 */
export function tellsOfFew(whole: number, parts: readonly number[], threshold: number): boolean {
  for (let times = 1; times < parts.length; times += 1) {
    const excess = sum(parts) - times * whole;
    if (excess <= 0) return false;
    if (Math.ceil(excess / (parts.length - times)) < threshold) return true;
  }
  return false;
}

/**
 * Whether a cell that is shown beside a whole of which groups overlap tells of few that are not in it: the whole less the
 * cell is not what other cells sum to, so that none of these need be about few.
 */
export function leavesFew(whole: CountedCell, cell: CountedCell, rule: DisclosureRule): boolean {
  const left = whole.count - cell.count;
  return left > 0 && Math.min(left, whole.persons - cell.persons) < rule.threshold;
}

/**
 * Whether a row, a column, what is in both and the whole tell, where all are shown, of few that are in neither. Without
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
 * How many persons some cells of a whole are about together at least: a person can be in several, so they are no fewer
 * than in the largest, and than the others leave of the whole.
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
