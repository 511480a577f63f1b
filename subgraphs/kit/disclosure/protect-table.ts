import { type CountedTable } from "./counted-table";
import { type DisclosureRule } from "./disclosure-rule";
import { protectInner } from "./protect-inner";
import { protectLine } from "./protect-line";
import { type ReleasedTable } from "./released-table";

/**
 * What may be released of a table of two dimensions. Its rows are what {@link protectLine} makes of them, and so are its
 * columns, so a margin is shown in every table or in none. The inner cells are decided last.
 */
export function protectTable(table: CountedTable, rule: DisclosureRule): ReleasedTable {
  const rows = protectLine({ total: table.total, cells: table.rows }, rule);
  const columns = protectLine({ total: table.total, cells: table.columns }, rule);
  const cells = rows.withheld || columns.withheld ? null : protectInner(table, rows, columns, rule);
  return {
    total: rows.total,
    rows: rows.cells,
    columns: columns.cells,
    cells: cells ?? new Map(),
    rowsWithheld: rows.withheld,
    columnsWithheld: columns.withheld,
    withheld: cells === null,
  };
}
