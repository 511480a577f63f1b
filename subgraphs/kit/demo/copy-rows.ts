import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Client, escapeIdentifier } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { DemoCell, DemoTable } from "./demo-records";

const rowsInOneChunk = 1_000;

/** Writes the rows of a table with COPY as they are made, without keeping them in memory. Returns their number. */
export async function copyRows(
  client: Client,
  { table, columns, rows }: DemoTable,
): Promise<number> {
  const names = columns.map((column) => escapeIdentifier(column)).join(", ");
  const copy = client.query(copyFrom(`COPY ${escapeIdentifier(table)} (${names}) FROM STDIN`));
  await pipeline(Readable.from(chunksOf(rows())), copy);
  return copy.rowCount;
}

function* chunksOf(rows: Iterable<readonly DemoCell[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(`${row.map(cellText).join("\t")}\n`);
    if (lines.length < rowsInOneChunk) continue;
    yield lines.join("");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("");
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/** PostgreSQL's text format of COPY. */
function cellText(cell: DemoCell): string {
  if (cell === null) return "\\N";
  return String(cell).replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
