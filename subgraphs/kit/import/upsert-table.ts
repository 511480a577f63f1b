/** Rows to write into one table. All have the same columns. */
export interface UpsertTable {
  readonly table: string;
  /** Columns of a UNIQUE constraint, none of them null. */
  readonly key: readonly string[];
  /** Database column → PostgreSQL type. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The line of the file that each row is written for. */
  readonly lines: readonly number[];
  /**
   * Database column → column of the spreadsheet, if the names differ; or the one column of the spreadsheet that lists
   * the rows.
   */
  readonly cells?: Readonly<Record<string, string>> | string;
  /** Columns that follow from others, so that writing them reverts nobody's change. */
  readonly derived?: readonly string[];
  /** The record that the rows belong to: its version is increased if one of them is written. */
  readonly parent?: ParentOfRows;
}

/** The record that rows belong to. */
export interface ParentOfRows {
  /** Its table, with `id` and `version`. */
  readonly table: string;
  /** The column of the rows with its id. */
  readonly column: string;
  /** Rows of these parents that are not among those given are removed; with the line of the file for each parent. */
  readonly complete?: { readonly ids: readonly string[]; readonly lines: readonly number[] };
}
