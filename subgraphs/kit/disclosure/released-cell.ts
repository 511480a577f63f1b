/**
 * What is released of a cell: its value, or its least and greatest possible value given everything that is released.
 * The reason for suppression is not released. `upper` is null where nothing bounds the value from above.
 */
export interface ReleasedCell {
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A cell whose value is shown. */
export function shownCell(value: number): ReleasedCell {
  return { value, suppressed: false, lower: value, upper: value };
}

/** A cell whose value is not shown, but the least and the greatest that it may be. */
export function suppressedCell(lower: number, upper: number): ReleasedCell {
  return { value: null, suppressed: true, lower, upper: Number.isFinite(upper) ? upper : null };
}
