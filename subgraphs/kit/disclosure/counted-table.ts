import { type CountedCell } from "./counted-cell";

/**
 * A frequency table of one dimension. Absent keys are zero. What has no value of the dimension has a key of its own, so
 * that nothing of the total is outside the cells; what has several is counted in several, and the cells then sum to
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
