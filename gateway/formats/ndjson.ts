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
  const names = columns.map(({ heading }) => `${JSON.stringify(heading)}:`);
  const lineOf = (cells: readonly Cell[]) =>
    names.map((name, index) => name + JSON.stringify(cells[index] ?? null)).join(",");
  return rows.map((cells) => `{${lineOf(cells)}}\n`).join("");
}
