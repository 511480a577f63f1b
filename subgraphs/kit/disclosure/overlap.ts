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
 * as many times over as there are other parts.
 */
export function tellsOfFew(whole: number, parts: readonly number[], threshold: number): boolean {
  const excess = sum(parts) - whole;
  return excess > 0 && Math.ceil(excess / (parts.length - 1)) < threshold;
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
