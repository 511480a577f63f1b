import { snakeCase } from "../name-form";
import { type Problem, receivedCell } from "../facts/problem";
import type { Refusal } from "../rules/refusal";
import type { ImportRow } from "./import-row";

/** A broken rule as a problem of the row's cell: `Expected X, received Y.` becomes "received cell, expected X". */
export function formatRefusal(
  row: ImportRow,
  { message, path }: Refusal,
  columns: Readonly<Record<string, string>>,
): Problem {
  const field = path.at(-1) ?? "";
  const column = columns[field] ?? snakeCase(field);
  const [, expected = message] = /^Expected (.*), (?:received|found) .*$/s.exec(message) ?? [];
  const isCell = Object.hasOwn(row, column);
  return {
    file: row.file,
    line: row.line,
    column: isCell ? column : "row",
    received: isCell ? receivedCell(row[column] ?? "") : "this row",
    expected,
  };
}
