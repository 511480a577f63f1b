import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Cell } from "./cell";
import { cellProblem, type Problem } from "./problem";

/** The columns of a CSV file: header name → how its cells are read. */
export type Columns = Readonly<Record<string, Cell<unknown>>>;

/** A row as read, and where it stands. */
export type FactRow<Shape extends Columns> = {
  readonly [Name in keyof Shape]: Shape[Name] extends Cell<infer Value> ? Value : never;
} & { readonly file: string; readonly line: number };

/** A CSV file of published facts: its name and columns. */
export interface FactFile<Shape extends Columns> {
  readonly name: string;
  readonly columns: Shape;
}

/**
 * Reads a CSV file (UTF-8, header row, RFC 4180) and checks every cell.
 *
 * @param problems - receives every problem; rows with a bad cell are left out of the result
 */
export function readFactFile<Shape extends Columns>(
  directory: string,
  { name, columns }: FactFile<Shape>,
  problems: Problem[],
): FactRow<Shape>[] {
  const path = join(directory, name);
  const names = Object.keys(columns);
  const inFile: Report = (line, column, received, expected) => {
    problems.push({ file: name, line, column, received, expected });
  };
  if (!existsSync(path)) {
    inFile(0, "file", "no such file", `a file ${name} with columns ${names.join(",")}`);
    return [];
  }
  const records = split(decode(readFileSync(path), inFile), inFile);
  const [header, ...rows] = records;
  if (header?.cells.join() !== names.join()) {
    const missing = header ? header.cells.join(",") : "an empty file";
    if (records.length > 0 || problems.length === 0) inFile(1, "header", missing, names.join(","));
    return [];
  }
  return rows.flatMap(({ line, cells }) => {
    if (cells.length !== names.length) {
      inFile(line, "row", `${cells.length} cells`, `${names.length} cells`);
      return [];
    }
    const row: Record<string, unknown> = { file: name, line };
    let good = true;
    for (const [index, column] of names.entries()) {
      const cell = columns[column];
      const value = cells[index] ?? "";
      const parsed = value.includes("\0") ? undefined : cell?.parse(value);
      if (parsed === undefined) {
        good = false;
        problems.push(cellProblem({ file: name, line }, column, value, cell?.expected ?? ""));
      }
      row[column] = parsed;
    }
    return good ? [row as FactRow<Shape>] : [];
  });
}

/** Notes a problem of the file. */
type Report = (line: number, column: string, received: string, expected: string) => void;

interface RawRecord {
  readonly line: number;
  readonly cells: string[];
}

/** The text of a file; empty, with every line that is not UTF-8 reported, where it is in another encoding. */
function decode(content: Buffer, report: Report): string | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return decoder.decode(content);
  } catch {
    content
      .toString("latin1")
      .split("\n")
      .forEach((line, index) => {
        try {
          decoder.decode(Buffer.from(line, "latin1"));
        } catch {
          report(index + 1, "row", "bytes that are not UTF-8", "UTF-8");
        }
      });
    return undefined;
  }
}

function split(content: string | undefined, report: Report): RawRecord[] {
  if (content === undefined) return [];
  let previousEnd = 0;
  try {
    const parsed = parse(content, {
      bom: true,
      info: true,
      relax_column_count: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return parsed.flatMap(({ info, record }) => {
      const line = previousEnd + 1;
      previousEnd = info.lines;
      const isBlank = record.length === 1 && record[0] === "";
      return isBlank ? [] : [{ line, cells: record }];
    });
  } catch (error) {
    const { lines } = error as { lines?: number };
    const received = error instanceof Error ? error.message : "unreadable text";
    report(lines ?? 0, "row", received, "comma-separated values quoted as in RFC 4180");
    return [];
  }
}
