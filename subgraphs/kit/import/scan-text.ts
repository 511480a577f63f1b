import { createReadStream } from "node:fs";
import type { Encoding } from "./encoding";

/** The properties of a file that was read to its end in one encoding. */
export interface ScannedText {
  /** The first bytes that are not of the encoding, and the line they are on. */
  readonly bad?: { readonly line: number; readonly bytes: readonly number[] };
  /** Whether it has nothing but ASCII characters, as far as it was read. */
  readonly isAscii: boolean;
  /** The line of the first escape sequence by which ISO-2022-JP turns to another character set. */
  readonly escapeLine?: number;
}

const chunkSize = 64 * 1024;
const otherThanAscii = /[^\0-\x7f]/;
const escape = "\u001b$";

/** Reads a file to its end, or to the first bytes that are not of the encoding. */
export async function scanText(path: string, encoding: Encoding): Promise<ScannedText> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let [line, chunks, isAscii] = [1, 0, true];
  let escapeLine: number | undefined;
  const ended = () => ({ isAscii, ...(escapeLine !== undefined && { escapeLine }) });
  try {
    for await (const chunk of chunksOf(path)) {
      const text = decoder.decode(chunk, { stream: true });
      isAscii &&= !otherThanAscii.test(text);
      const at = text.indexOf(escape);
      if (at !== -1) escapeLine ??= line + countLineFeeds(text.slice(0, at));
      line += countLineFeeds(text);
      chunks += 1;
    }
    decoder.decode();
    return ended();
  } catch (error) {
    if (!isBadBytes(error)) throw error;
    return { bad: await badBytesIn(path, encoding, chunks), ...ended() };
  }
}

/** Finds the bytes that a decoder refuses in a piece of the file, byte by byte. */
async function badBytesIn(path: string, encoding: Encoding, chunkAt: number) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let [line, chunks] = [1, 0];
  let bytes: number[] = [];
  try {
    for await (const chunk of chunksOf(path)) {
      // The piece before may end inside a character.
      const isNear = chunks >= chunkAt - 1;
      for (const part of isNear ? bytesOf(chunk) : [chunk]) {
        if (isNear) bytes.push(part[0] ?? 0);
        const text = decoder.decode(part, { stream: true });
        if (text !== "") bytes = [];
        line += countLineFeeds(text);
      }
      chunks += 1;
      if (chunks > chunkAt + 1) break;
    }
    decoder.decode();
  } catch (error) {
    if (!isBadBytes(error)) throw error;
  }
  return { line, bytes };
}

function* bytesOf(chunk: Buffer): Generator<Buffer> {
  for (let at = 0; at < chunk.length; at += 1) yield chunk.subarray(at, at + 1);
}

function chunksOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: chunkSize });
}

function isBadBytes(error: unknown): boolean {
  return (error as { code?: unknown }).code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
