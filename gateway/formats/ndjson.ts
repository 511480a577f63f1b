import type { TableFormat } from "./answer-format";
import { inChunks } from "./in-chunks";
import type { Cell, Column } from "./tables/table";

/** A JSON object a line, with a member for each column. */
export const ndjson: TableFormat = {
  name: "ndjson",
  mediaType: "application/x-ndjson",
  holds: "one",
  write: ([sheet]) => {
    if (!sheet) throw new Error("There is no table to write.");
    return linesOf(sheet.columns, Array.from(sheet.rows));
  },
  stream: ({ columns, rows }) => inChunks("", rows, (some) => linesOf(columns, some)),
};

function linesOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => lineOf(columns, cells)).join("");
}

function lineOf(columns: readonly Column[], cells: readonly Cell[]): string {
  const members = columns.map(({ heading }, index) => [heading, cells[index] ?? null]);
  return `${JSON.stringify(Object.fromEntries(members))}\n`;
}
