import { type CountedCell } from "./counted-cell";

/**
 * A frequency table of one dimension. Absent keys are zero. Items without a value of the dimension have a key of their
 * own, so that the cells cover the total. Items with several values are counted in several cells, which then sum to
 * more than the total.
 */
export interface CountedLine {
  readonly total: CountedCell;
  readonly cells: ReadonlyMap<string, CountedCell>;
}

/** A frequency table of two dimensions with its margins, each of which is a {@link CountedLine} of the same total. */
export interface CountedTable {
  readonly total: CountedCell;
  readonly rows: ReadonlyMap<string, CountedCell>;
  readonly columns: ReadonlyMap<string, CountedCell>;
  /** Row → column → cell. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, CountedCell>>;
}
