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
