import type { Cell } from "../facts/cell";

/** A column of a spreadsheet, and what its template says of it. */
export interface ImportColumn<Value = unknown> {
  readonly cell: Cell<Value>;
  /** What it holds, for the person who fills it in. */
  readonly description: string;
  /** A cell as it may stand in the file. */
  readonly example: string;
}

/** The columns of a spreadsheet in order: header → column. */
export type ImportColumns = Readonly<Record<string, ImportColumn>>;

/** A row of a spreadsheet with its values, and where it stands; the header is line 1. */
export type ImportRow<Shape extends ImportColumns = ImportColumns> = {
  readonly [Name in keyof Shape]: Shape[Name] extends ImportColumn<infer Value> ? Value : never;
} & { readonly file: string; readonly line: number };
