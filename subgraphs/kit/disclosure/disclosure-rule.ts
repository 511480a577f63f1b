import { type CountedCell } from "./counted-cell";

/** How groups are protected. */
export interface DisclosureRule {
  /** Fewest persons a released cell may be about; at least 3. */
  readonly threshold: number;
  /** How far apart the least and the greatest value that a suppressed cell may have must be; at least 1. */
  readonly width: number;
}

/**
 * A rule. Unless said otherwise, `width` is one less than `threshold`: a cell of one person cannot be told from a cell
 * of as many as would be released.
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

/** Whether a cell must not be shown, whatever stands around it: it is about somebody, and about too few. */
export function isPrimary({ persons }: CountedCell, { threshold }: DisclosureRule): boolean {
  return persons > 0 && persons < threshold;
}
