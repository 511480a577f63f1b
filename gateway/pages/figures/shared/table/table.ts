/** A column of a table. */
export interface Column {
  /** Its name among the columns, the same in every language. */
  readonly id: string;
  /** Its heading. */
  readonly name: string;
  readonly kind: "number" | "text";
}

/** What stands in one place of a table: a number, a text, or nothing. */
export type TableCell = number | string | null;

/** All that a figure shows, as a table. It is what the page shows and what a download has. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** In each as many cells as there are columns. */
  readonly rows: readonly (readonly TableCell[])[];
}
