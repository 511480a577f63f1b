import { shown } from "../../subgraphs/kit/errors";
import { isPlainText, receivedText } from "../../subgraphs/kit/plain-text";

const longest = 200;

/** What such a header must be, for the message where it is not. */
export const expectedHeaderText = `a text of 1–${longest} characters, percent-encoded where it is not ASCII`;

/**
 * The text a header carries; `undefined` where it is none of 1–200 characters, or has fewer than `leastLetters` letters
 * and digits and so says nothing. What is not ASCII is percent-encoded there (RFC 3986), as headers carry nothing else.
 */
export function headerText(header: string | string[], leastLetters: number): string | undefined {
  const text = decoded(header);
  if (text === undefined || !isPlainText(text, longest)) return undefined;
  return lettersOf(text) >= leastLetters ? text : undefined;
}

/** A header that {@link headerText} refuses, for the message: what it says too little, or what of it cannot be seen. */
export function receivedHeader(header: string | string[], leastLetters: number): string {
  const text = decoded(header);
  if (text === undefined) return shown(header);
  return isPlainText(text, longest)
    ? `${shown(text)}, which has fewer than ${leastLetters} letters or digits`
    : receivedText(text, longest);
}

function decoded(header: string | string[]): string | undefined {
  if (typeof header !== "string" || !/^[\x20-\x7e]*$/.test(header)) return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
