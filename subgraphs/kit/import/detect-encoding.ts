import { open } from "node:fs/promises";
import { type Encoding, nameOfEncoding } from "./encoding";
import { scanText } from "./scan-text";

/** Why a file cannot be read, by line. */
export interface UnreadableFile {
  readonly line: number;
  readonly received: string;
  readonly expected: string;
}

/** The encoding of a file, or why it cannot be read. */
export type DetectedEncoding = { readonly encoding: Encoding } | UnreadableFile;

/** What files of other kinds begin with. */
const otherKinds = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: "a workbook (.xlsx) or another zip file" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], is: "a workbook (.xls)" },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: "a PDF" },
] as const;

/** What files begin with to say their encoding. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

const utf8OrSaid =
  "UTF-8, or another encoding said with it: --encoding shift_jis (CSV as Excel saves it in Japanese), euc-jp, windows-1252 …";

/**
 * Reads a file to its end to find its encoding: UTF-8, or UTF-16 with a byte order mark. No other is guessed, as
 * encodings look alike; `said` is the one that was named. A file is refused if some bytes are not of its encoding, or
 * if it looks like another than was named.
 */
export async function detectEncoding(path: string, said?: Encoding): Promise<DetectedEncoding> {
  const begin = await beginOf(path);
  const startsWith = ({ bytes }: { readonly bytes: readonly number[] }) =>
    bytes.every((byte, index) => begin[index] === byte);
  const other = otherKinds.find(startsWith);
  if (other) {
    return { line: 1, received: other.is, expected: 'a CSV file: save the sheet as "CSV UTF-8"' };
  }
  const marked = marks.find(startsWith)?.encoding;
  if (marked && said && marked !== said) return contradiction(marked, said);
  if (said !== undefined && !marked && said !== "utf-8" && (await isUtf8(path))) {
    return contradiction("utf-8", said);
  }
  const encoding = marked ?? said ?? "utf-8";
  const refuse = (line: number, received: string): UnreadableFile => ({
    line,
    received,
    expected: (marked ?? said) ? `${nameOfEncoding[encoding]} to its end` : utf8OrSaid,
  });
  if (!marked && !said && (begin[0] === 0 || begin[1] === 0)) {
    return refuse(1, "a file that seems to be UTF-16, without a byte order mark");
  }
  const { bad, escapeLine } = await scanText(path, encoding);
  if (bad) {
    const bytes = bad.bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, "0"));
    return refuse(
      bad.line,
      `bytes that are not ${nameOfEncoding[encoding]} (hexadecimal ${bytes.join(" ")})`,
    );
  }
  if (!said && escapeLine !== undefined) {
    return refuse(escapeLine, "escape sequences, as ISO-2022-JP has them");
  }
  return { encoding };
}

/** True if a file with non-ASCII characters is UTF-8, which does not happen by chance. */
async function isUtf8(path: string): Promise<boolean> {
  const { bad, isAscii } = await scanText(path, "utf-8");
  return !bad && !isAscii;
}

function contradiction(found: Encoding, said: Encoding): UnreadableFile {
  const received = `a file that is ${nameOfEncoding[found]}`;
  return { line: 1, received, expected: `${nameOfEncoding[said]} as --encoding says` };
}

async function beginOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
