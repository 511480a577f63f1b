import type { Cell } from "../facts/cell";
import type { ImportBatch } from "./import-batch";

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

/** A kind of spreadsheet a subgraph takes, and how its rows become records. */
export interface ImportDefinition<Shape extends ImportColumns = ImportColumns> {
  /** As `dispatches`; what `--template` takes. A file's kind is recognised by its header. */
  readonly name: string;
  readonly description: string;
  readonly columns: Shape;
  /** Columns no two rows of a file share; a second row with the same values is a problem that names the first. */
  readonly naturalKey: readonly (keyof Shape & string)[];
  /** The table a row of the file is a row of: what is inserted, changed and unchanged in it is counted for the file. */
  readonly table: string;
  /**
   * Checks up to 1,000 rows with few statements, reports every problem with {@link ImportBatch.report} or
   * {@link ImportBatch.refuse}, and writes the other rows with {@link ImportBatch.upsert}. Sees what earlier batches
   * wrote. May run again with fewer rows, where a constraint refuses one of them.
   */
  prepare(rows: readonly ImportRow<Shape>[], batch: ImportBatch): Promise<void>;
}

/** Types a definition by its columns. */
export function defineImport<const Shape extends ImportColumns>(
  definition: ImportDefinition<Shape>,
): ImportDefinition {
  return definition as unknown as ImportDefinition;
}
