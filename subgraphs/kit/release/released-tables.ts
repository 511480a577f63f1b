import type { Measure } from "../statistics/measure";
import { type NamedDimension, protectedDimensions } from "../statistics/statistics-request";
import { dimensionsName } from "./release-plan";

/** The dimensions of each table that is released of a measure, a fine one without the one it lies within. */
export function releasedDimensions(measure: Measure): readonly (readonly string[])[] {
  return (measure.released?.by ?? []).map((by) =>
    by.filter((name) => !by.some((other) => measure.dimensions[other]?.within === name)),
  );
}

/** Whether a table by these dimensions is released of a measure. */
export function isReleasedTable(measure: Measure, dimensions: readonly NamedDimension[]): boolean {
  const name = dimensionsName(dimensions);
  return (measure.released?.by ?? []).some(
    (by) => dimensionsName(protectedDimensions(measure, by)) === name,
  );
}
