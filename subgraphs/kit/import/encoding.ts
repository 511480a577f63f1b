import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

/** The encodings of spreadsheets in Japanese offices; `shift_jis` is Windows code page 932. */
export type Encoding = "utf-8" | "shift_jis";

/** The encoding of a file, or why it has none, by line. */
export type DetectedEncoding =
  | { readonly encoding: Encoding }
  | { readonly line: number; readonly received: string; readonly expected: string };

/** No line of a spreadsheet is longer; what is longer is no CSV file, and would not fit into memory. */
const mostBytes = 16 * 1024 * 1024;
const either = "UTF-8 or Shift_JIS (Windows code page 932)";

/**
 * Reads a file to its end to find its encoding: UTF-8 where all of it is, else Shift_JIS where all of it is. A file
 * that begins as UTF-8 with other than ASCII characters is held to it, as broken UTF-8 can look like Shift_JIS.
 */
export async function detectEncoding(path: string): Promise<DetectedEncoding> {
  const utf8 = await firstLineThat(path, isUtf8);
  if (utf8 === undefined) return { encoding: "utf-8" };
  if ("tooLong" in utf8) {
    const received = `a line longer than ${mostBytes} bytes`;
    return { line: utf8.line, received, expected: "a CSV file" };
  }
  if (utf8.sawOthers) {
    const expected = "UTF-8 as on the lines before";
    return { line: utf8.line, received: "bytes that are not UTF-8", expected };
  }
  const shiftJis = await firstLineThat(path, isShiftJis);
  if (shiftJis === undefined) return { encoding: "shift_jis" };
  const line = Math.max(utf8.line, shiftJis.line);
  return { line, received: "bytes that are neither UTF-8 nor Shift_JIS", expected: either };
}

function isShiftJis(bytes: Buffer): boolean {
  try {
    new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

interface BadLine {
  readonly line: number;
  /** Whether a line before it held other than ASCII characters. */
  readonly sawOthers: boolean;
  readonly tooLong?: true;
}

/** The first line that does not fit; no encoding asked for has a line feed inside a character. */
async function firstLineThat(
  path: string,
  fits: (bytes: Buffer) => boolean,
): Promise<BadLine | undefined> {
  let line = 1;
  let sawOthers = false;
  for await (const block of wholeLines(path)) {
    if (block.length > mostBytes) return { line, sawOthers, tooLong: true };
    if (!fits(block)) {
      for (const one of linesOf(block)) {
        if (!fits(one)) return { line, sawOthers };
        sawOthers ||= !isAscii(one);
        line += 1;
      }
    }
    sawOthers ||= !isAscii(block);
    line += countLineFeeds(block);
  }
  return undefined;
}

/** The file in blocks that end where a line ends. */
async function* wholeLines(path: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
    if (rest.length > mostBytes) break;
  }
  if (rest.length > 0) yield rest;
}

function* linesOf(block: Buffer): Generator<Buffer> {
  for (let start = 0; start < block.length;) {
    const feed = block.indexOf(0x0a, start);
    const end = feed === -1 ? block.length : feed + 1;
    yield block.subarray(start, end);
    start = end;
  }
}

function countLineFeeds(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, at + 1)) count += 1;
  return count;
}
