import type { TableFormat } from "./answer-format";
import type { Column, Cell } from "./tables/table";

/** A JSON object a line, with a member for each column. */
export const ndjson: TableFormat = {
  name: "ndjson",
  mediaType: "application/x-ndjson",
  holds: "one",
  write: ([sheet]) => {
    if (!sheet) throw new Error("There is no table to write.");
    return Array.from(sheet.rows, (cells) => ndjsonLine(sheet.columns, cells)).join("");
  },
};

/** One row as one line. */
export function ndjsonLine(columns: readonly Column[], cells: readonly Cell[]): string {
  const members = columns.map(({ heading }, index) => [heading, cells[index] ?? null]);
  return `${JSON.stringify(Object.fromEntries(members))}\n`;
}
