import { type ReleasedCell } from "./released-cell";

/** What is released of a table of one dimension. Cells that were zero are absent. */
export interface ReleasedLine {
  readonly total: ReleasedCell;
  /** Empty if `withheld`. */
  readonly cells: ReadonlyMap<string, ReleasedCell>;
  /**
   * No pattern protects the cells: neither they nor which of them exist can be shown, and an absent one is not a zero.
   */
  readonly withheld: boolean;
}

/**
 * What is released of a table of two dimensions and its margins. An absent cell of a level that is not withheld is zero.
 * A suppressed margin is at least 1, and so is a suppressed inner cell, or else each of them may be zero.
 */
export interface ReleasedTable {
  readonly total: ReleasedCell;
  /** Empty if `rowsWithheld`. */
  readonly rows: ReadonlyMap<string, ReleasedCell>;
  /** Empty if `columnsWithheld`. */
  readonly columns: ReadonlyMap<string, ReleasedCell>;
  /** Row → column → cell; zeros may be among those suppressed. Empty if `withheld`. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, ReleasedCell>>;
  readonly rowsWithheld: boolean;
  readonly columnsWithheld: boolean;
  /** No pattern protects the inner cells, or a margin is withheld. See {@link ReleasedLine.withheld}. */
  readonly withheld: boolean;
}
