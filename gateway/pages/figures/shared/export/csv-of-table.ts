import type { Table, TableCell } from "../table/table";

/** So that spreadsheets read it as UTF-8. */
const byteOrderMark = "\uFEFF";

/** What spreadsheets would take for a formula; they overlook white space before it. */
const beginsLikeFormula = /^\s*[=+\-@\t\r]/;

/**
 * Writes a table as CSV (RFC 4180) with a byte order mark. Numbers stand as numbers and nothing else; what is not known
 * is empty, and another column says why. A text that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function csvOfTable({ columns, rows }: Table): string {
  const lines = [columns.map(({ name }) => name), ...rows];
  return byteOrderMark + lines.map((line) => `${line.map(fieldOf).join(",")}\r\n`).join("");
}

function fieldOf(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = beginsLikeFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
