import { printed, type ShownDifference } from "./difference";
import type { ImportRow } from "./import-row";
import type { WrittenRow } from "./upsert-rows";
import type { UpsertTable } from "./upsert-table";

/** A place of the spreadsheet from which a new row of the database was filled. */
export interface NewCell {
  readonly line: number;
  readonly column: string;
}

/** The places that new rows were filled from, as far as the spreadsheet has columns with their names. */
export function newCellsOf(table: UpsertTable, written: readonly WrittenRow[]): NewCell[] {
  const { cells } = table;
  if (typeof cells === "string") return [];
  const columns = Object.keys(table.columns).map((name) => cells?.[name] ?? name);
  return written.flatMap(({ outcome, line }) =>
    outcome === "inserted" ? columns.map((column) => ({ line, column })) : [],
  );
}

/** The content of the spreadsheet at these places, each once; an empty cell is not a difference. */
export function newDifferences(
  cells: readonly NewCell[],
  rowAt: ReadonlyMap<number, ImportRow>,
  columns: object,
): ShownDifference[] {
  const seen = new Set<string>();
  return cells.flatMap(({ line, column }) => {
    const value: unknown = rowAt.get(line)?.[column];
    const isSaid = Object.hasOwn(columns, column) && value !== null && value !== undefined;
    if (!isSaid || seen.has(`${line} ${column}`)) return [];
    seen.add(`${line} ${column}`);
    return [{ line, column, what: "", before: printed(null), after: printed(value) }];
  });
}
