import { stringify } from "csv-stringify/sync";
import type { TableFormat } from "./answer-format";
import { inChunks } from "./in-chunks";
import type { Cell, Column } from "./tables/table";

/** What Excel takes for the beginning of a formula (OWASP, "CSV Injection"), in full width as well. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Comma-separated values as in RFC 4180, in UTF-8 with a byte order mark, without which Excel reads Japanese wrongly. A
 * text that Excel would take for a formula has an apostrophe before it.
 */
export const csv: TableFormat = {
  name: "csv",
  mediaType: "text/csv",
  holds: "one",
  write: ([sheet]) => {
    if (!sheet) throw new Error("There is no table to write.");
    return head(sheet.columns) + csvRows(Array.from(sheet.rows));
  },
  stream: ({ columns, rows }) => inChunks(head(columns), rows, csvRows),
};

function head(columns: readonly Column[]): string {
  return `\uFEFF${csvRows([columns.map(({ heading }) => heading)])}`;
}

/** A line for each row. */
function csvRows(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(asText)),
    { record_delimiter: "windows" },
  );
}

function asText(cell: Cell): string {
  if (typeof cell === "string") return formula.test(cell) ? `'${cell}` : cell;
  return cell === null ? "" : String(cell);
}
