import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import type { Encoding } from "./encoding";
import { endOfRecords, splitRecords } from "./record-ends";

/** A record of a CSV file, and the physical line it begins on. */
export type CsvRecord = { readonly line: number } & (
  | { readonly cells: readonly string[] }
  /** Why it cannot be read, and its text if the end of the record is known. */
  | { readonly unreadable: string; readonly text?: string }
);

/** Characters of the longest record: a quote that is never closed must not take the rest of the file into memory. */
const mostCharacters = 1024 * 1024;
const neverClosed =
  "a quote that is never closed (what follows cannot be separated from its text and was not read)";

/**
 * Reads a CSV file (RFC 4180; either line end, also mixed) piece by piece, blank rows left out. A record that is
 * quoted wrongly is given as such and the next ones are read, which is why the parser gets whole records at a time: as
 * a stream it would drop what it has read when it meets a wrong quote.
 */
export async function* readCsv(path: string, encoding: Encoding): AsyncGenerator<CsvRecord> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const lines = new LineCounter();
  let rest = "";
  for await (const chunk of createReadStream(path, { highWaterMark: 128 * 1024 })) {
    const text = rest + decoder.decode(chunk as Buffer, { stream: true });
    const end = endOfRecords(text);
    yield* recordsOf(text.slice(0, end), lines);
    rest = text.slice(end);
    if (rest.length > mostCharacters) break;
  }
  if (rest.length > mostCharacters) {
    yield { line: lines.next, unreadable: `more than ${mostCharacters} characters in one row` };
    return;
  }
  rest += decoder.decode();
  const closed = endOfRecords(`${rest}\n`) > rest.length;
  if (closed) yield* recordsOf(rest, lines);
  else yield { line: lines.next, unreadable: neverClosed };
}

function* recordsOf(text: string, lines: LineCounter): Generator<CsvRecord> {
  if (text === "") return;
  const parsed = tryParse(text);
  if (typeof parsed !== "string") {
    yield* located(parsed, lines);
    return;
  }
  for (const one of splitRecords(text)) {
    const record = tryParse(one);
    if (typeof record !== "string") yield* located(record, lines);
    else {
      const line = one.replace(/\n$/, "");
      yield { line: lines.advance([line]), unreadable: record, text: line };
    }
  }
}

function* located(records: readonly (readonly string[])[], lines: LineCounter) {
  for (const cells of records) {
    const line = lines.advance(cells);
    // Spreadsheets write a row that was emptied as commas only.
    if (cells.some((cell) => cell !== "")) yield { line, cells };
  }
}

/** The records of a text, or why it cannot be read. */
function tryParse(text: string): string[][] | string {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: ["\r\n", "\n"] });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isQuote = error.code === "INVALID_OPENING_QUOTE" || error.code.includes("QUOTE");
    return isQuote
      ? "a quote inside a cell that is not doubled"
      : error.message.replaceAll(/\s+/g, " ");
  }
}

/** Counts physical lines. Line feeds inside a record stand in quotes. */
class LineCounter {
  next = 1;

  /** The line on which a record of these cells begins. */
  advance(cells: readonly string[]): number {
    const line = this.next;
    this.next += 1;
    for (const cell of cells) {
      for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) this.next += 1;
    }
    return line;
  }
}
