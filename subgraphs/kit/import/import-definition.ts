import type { ImportBatch } from "./import-batch";
import type { ImportColumns, ImportRow } from "./import-row";

// For importers that still name its old place.
export type { ImportRow } from "./import-row";

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
