import { ApiError } from "../errors";

/** How deep a filter may go: itself, and each `and`, `or`, `not` and condition on related records within. */
export const mostLevels = 5;

/** How many conditions a filter may have: fields with what is compared, and conditions on related records. */
export const mostConditions = 50;

/** How many conditions may look for a part of a text: each brings the texts of all rows into their normal form. */
export const mostParts = 10;

/** Counts what a filter has while it is read. */
export class FilterSize {
  private conditions = 0;
  private parts = 0;

  /**
   * Counts one condition on a part of a text.
   * @throws ApiError INVALID_FILTER at the first that is too many
   */
  addPart(place: string): void {
    this.parts += 1;
    if (this.parts <= mostParts) return;
    throw new ApiError(
      "INVALID_FILTER",
      `Expected contains at most ${mostParts} times in a filter, received it more often, from filter.${place} on.`,
    );
  }

  /**
   * Counts one condition.
   * @throws ApiError INVALID_FILTER at the first that is too many
   */
  addCondition(place: string): void {
    this.conditions += 1;
    if (this.conditions <= mostConditions) return;
    throw new ApiError(
      "INVALID_FILTER",
      `Expected at most ${mostConditions} conditions in a filter, received more, from filter.${place} on.`,
    );
  }

  /**
   * Goes to a level.
   * @throws ApiError INVALID_FILTER below the deepest
   */
  enter(level: number, place: string): void {
    if (level <= mostLevels) return;
    throw new ApiError(
      "INVALID_FILTER",
      `Expected at most ${mostLevels} levels in a filter, received a deeper one at filter.${place}.`,
    );
  }
}
