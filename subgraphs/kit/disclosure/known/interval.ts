/** Between what a number lies, both included. */
export interface Interval {
  readonly lower: number;
  /** `Infinity` where nothing bounds it. */
  readonly upper: number;
}

/** Of a number of which nothing is known: nothing counted is below 0. */
export const anything: Interval = { lower: 0, upper: Infinity };

/** The interval of a number that is known. */
export function exactly(value: number): Interval {
  return { lower: value, upper: value };
}

/** What two intervals have in common; the lower end is above the upper one where that is nothing. */
export function common(one: Interval, other: Interval): Interval {
  return { lower: Math.max(one.lower, other.lower), upper: Math.min(one.upper, other.upper) };
}

/** Whether a number is known. */
export function isExact({ lower, upper }: Interval): boolean {
  return lower === upper;
}

/** Whether two intervals have the same ends. */
export function isSame(one: Interval, other: Interval): boolean {
  return one.lower === other.lower && one.upper === other.upper;
}

/** Whether no number lies in it. */
export function isEmpty({ lower, upper }: Interval): boolean {
  return lower > upper;
}
