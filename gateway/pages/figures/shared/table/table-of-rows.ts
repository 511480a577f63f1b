import type { Table, TableCell } from "./table";

/** A column, and what stands in it for each row. */
export interface ColumnOf<Row> {
  readonly id: string;
  readonly name: string;
  readonly kind: "number" | "text";
  readonly cell: (row: Row) => TableCell;
  /** True of a column that is left out where nothing would stand in it. */
  readonly optional?: boolean;
}

/** Makes a table from what its columns say of each row. */
export function tableOfRows<Row>(
  caption: string,
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): Table {
  const kept = columns.filter(
    ({ optional, cell }) => optional !== true || rows.some((row) => cell(row) !== null),
  );
  return {
    caption,
    columns: kept.map(({ id, name, kind }) => ({ id, name, kind })),
    rows: rows.map((row) => kept.map(({ cell }) => cell(row))),
  };
}
