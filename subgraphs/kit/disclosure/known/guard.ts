import type { DisclosureRule } from "../disclosure-rule";
import type { Interval } from "./interval";
import { Guard } from "./known-system";

/** A cell, and what it must not be known to be. */
export interface Guarded {
  readonly kind: Guard;
  readonly cell: number;
}

/** A guard that does not hold, with what would be known of its cell. */
export interface GuardFailure extends Guarded {
  readonly interval: Interval;
}

/** Whether a cell that can have any value of an interval is known no better than it may be. */
export function isKept(
  kind: Guard,
  { lower, upper }: Interval,
  { threshold, width }: DisclosureRule,
): boolean {
  if (lower > upper) return false;
  return kind === Guard.VALUE ? upper - lower >= width : lower === 0 || upper >= threshold;
}
