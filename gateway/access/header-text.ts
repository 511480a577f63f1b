import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { ApiError, type ErrorCode, shown } from "../../subgraphs/kit/errors";
import { headerLines } from "../../subgraphs/kit/http/header-lines";
import { isPlainText, receivedText } from "../../subgraphs/kit/plain-text";

const longest = 200;

/** A header in which a caller says something for the audit log. */
export interface HeaderText {
  /** In small letters. */
  readonly name: string;
  /** The fewest letters and digits of the text: with fewer it means nothing to a reader of the log. */
  readonly leastLetters: number;
  /** The code of the error where the header is no such text. */
  readonly code: ErrorCode;
}

/**
 * The text of a header: 1–200 characters, with the least number of letters or digits among them. Headers carry ASCII
 * only: all else is percent-encoded (RFC 3986). `undefined` where the request has no such header.
 *
 * @throws ApiError with the code of the header, where it is no such text, or is there more than once
 */
export function headerText(
  request: Pick<IncomingMessage, "rawHeaders">,
  { name, leastLetters, code }: HeaderText,
): string | undefined {
  const [header, ...others] = headerLines(request, name);
  if (header === undefined) return undefined;
  if (others.length > 0) {
    throw new ApiError(code, `Expected one header ${name}, received ${others.length + 1}.`);
  }
  const text = decoded(header);
  if (text !== undefined && isPlainText(text, longest) && lettersOf(text) >= leastLetters) {
    return text;
  }
  const letters = leastLetters === 1 ? "a letter or digit" : `${leastLetters} letters or digits`;
  throw new ApiError(
    code,
    `Expected ${name} to be a text of 1–${longest} characters with at least ${letters}, percent-encoded where it is not ASCII (%E5%B1%B1 for 山), received ${received(header, text)}.`,
  );
}

function received(header: string, text: string | undefined): string {
  if (text === undefined) return shown(asSent(header));
  return isPlainText(text, longest) ? shown(text) : receivedText(text, longest);
}

function decoded(header: string): string | undefined {
  if (!/^[\x20-\x7e]*$/.test(header)) return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

/** Node.js reads each byte of a header as a character; a caller who encodes nothing has sent UTF-8. */
function asSent(header: string): string {
  const bytes = Buffer.from(header, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : header;
}

function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
