import { Readable } from "node:stream";

/** How many rows are written at once. */
const rowsOfChunk = 500;

/** A text whose rows come in their time, a few hundred rows at once. */
export function inChunks<Row>(
  head: string,
  rows: AsyncIterable<Row>,
  write: (rows: readonly Row[]) => string,
): Readable {
  return Readable.from(chunksOf(head, rows, write), { objectMode: false });
}

async function* chunksOf<Row>(
  head: string,
  rows: AsyncIterable<Row>,
  write: (rows: readonly Row[]) => string,
): AsyncGenerator<Buffer> {
  let waiting: Row[] = [];
  let before = head;
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < rowsOfChunk) continue;
    yield Buffer.from(before + write(waiting));
    before = "";
    waiting = [];
  }
  yield Buffer.from(before + write(waiting));
}
