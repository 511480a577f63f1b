import { type CountedCell } from "./counted-cell";

/** How groups are protected. */
export interface DisclosureRule {
  /** Fewest persons a released cell may be about; at least 3. */
  readonly threshold: number;
  /** The least distance between the least and the greatest possible value of a suppressed cell; at least 1. */
  readonly width: number;
}

/**
 * A rule. By default `width` is one less than `threshold`: a cell of one person cannot be distinguished from a cell
 * that is large enough to be released.
 *
 * @throws RangeError if the threshold is below 3 (of two persons, each learns about the other) or the width below 1.
 */
export function disclosureRule(threshold: number, width: number = threshold - 1): DisclosureRule {
  if (!Number.isSafeInteger(threshold) || threshold < 3) {
    throw new RangeError(`Expected a threshold of at least 3 persons, received ${threshold}.`);
  }
  if (!Number.isSafeInteger(width) || width < 1) {
    throw new RangeError(`Expected a width of at least 1, received ${width}.`);
  }
  return { threshold, width };
}

/** True if a cell must not be shown, whatever is around it: it is about at least one person, and about too few. */
export function isPrimary({ persons }: CountedCell, { threshold }: DisclosureRule): boolean {
  return persons > 0 && persons < threshold;
}
