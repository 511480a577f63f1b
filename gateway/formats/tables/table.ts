import type { CellKind, PlannedColumn } from "./planned-object";

/** What is in a cell; `null` where nothing is known or nothing is shown. */
export type Cell = string | number | boolean | null;

/** A column of a table. */
export interface Column {
  /** What it is called: the names of the answer with dots between them. */
  readonly heading: string;
  readonly kind: CellKind;
}

/** One part of an answer with a row for each of its objects, and one value a cell. */
export interface Table {
  /** Where in the answer it is: names with dots between them. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** The names that lead to its list, from the object that it is within; none where it is no list. */
  readonly path: readonly string[];
  /** Whether it has a row for each element of a list; otherwise one row. */
  readonly isList: boolean;
  /** What its columns were made of. */
  readonly planned: readonly PlannedColumn[];
  /** Its rows, with a cell for each column. */
  rows(data: unknown): Iterable<readonly Cell[]>;
}

/** A table with its rows, as it is written. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** A table whose rows come in their time. */
export interface GrowingSheet extends Omit<Sheet, "rows"> {
  readonly rows: AsyncIterable<readonly Cell[]>;
}
