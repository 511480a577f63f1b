/** The counts of one cell: whole numbers, and at least one counted if there is a person. */
export interface CountedCell {
  readonly count: number;
  readonly persons: number;
}

/** A cell and its key. */
export type KeyedCell = readonly [key: string, cell: CountedCell];

/**
 * The cells that are not zero, by key in code-unit order, so that what is chosen among them depends on no order of
 * rows in a database.
 *
 * @throws RangeError if a cell is not what {@link CountedCell} promises.
 */
export function nonzeroCells(cells: ReadonlyMap<string, CountedCell>): KeyedCell[] {
  return [...cells].filter(([, cell]) => isNonzero(cell)).sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Whether anything was counted.
 *
 * @throws RangeError if the cell is not what {@link CountedCell} promises.
 */
export function isNonzero({ count, persons }: CountedCell): boolean {
  const whole = [count, persons].every((number) => Number.isSafeInteger(number) && number >= 0);
  if (!whole || (persons > 0 && count === 0)) {
    throw new RangeError("Expected whole numbers of counts and persons, and no persons uncounted.");
  }
  return count > 0;
}
