import { basename } from "node:path";
import { cellProblem, type Problem } from "../facts/problem";
import { unusableCharacter } from "../plain-text";
import type { CsvRecord } from "./csv-records";
import type { ImportDefinition } from "./import-definition";
import type { ImportRow } from "./import-row";

/** A row as far as its cells are right, with what is wrong with the others. */
export interface ReadRow {
  /** `undefined` where a cell is wrong. */
  readonly row: ImportRow | undefined;
  /** The values of the natural key; `undefined` where one of them is wrong. */
  readonly key: readonly unknown[] | undefined;
  readonly line: number;
  readonly problems: readonly Problem[];
}

/** Makes the function that reads the records of one file. */
export function rowReader({ columns, naturalKey }: ImportDefinition, path: string) {
  const file = basename(path);
  const shape = Object.entries(columns);
  const wrong = (line: number, received: string, expected: string): ReadRow => {
    const problems = [{ file, line, column: "row", received, expected }];
    return { row: undefined, key: undefined, line, problems };
  };
  return (record: CsvRecord): ReadRow => {
    const { line } = record;
    if (!("cells" in record)) return wrong(line, record.unreadable, "cells quoted as in RFC 4180");
    const { cells } = record;
    if (cells.length !== shape.length) {
      return wrong(line, `${cells.length} cells`, `${shape.length} cells`);
    }
    const values: Record<string, unknown> = { file, line };
    const problems = shape.flatMap(([name, { cell }], index) => {
      const text = cells[index] ?? "";
      const isUsable = unusableCharacter(text, "lines") === undefined;
      const value = isUsable ? cell.parse(text) : undefined;
      if (value !== undefined) {
        values[name] = value;
        return [];
      }
      const reason = isUsable
        ? cell.expected
        : `${cell.expected}, of characters that everybody can read (no 外字, lost or unseen ones)`;
      return [cellProblem({ file, line }, name, text, reason)];
    });
    const key = naturalKey.every((name) => values[name] !== undefined)
      ? naturalKey.map((name) => values[name])
      : undefined;
    return { row: problems.length === 0 ? (values as ImportRow) : undefined, key, line, problems };
  };
}
