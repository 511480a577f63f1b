import { isPlainText } from "../../subgraphs/kit/plain-text";

const longest = 200;

/** What such a header must be, for the message where it is not. */
export const expectedHeaderText = `a text of 1–${longest} characters, percent-encoded where it is not ASCII`;

/**
 * The text a header carries; `undefined` where it is none of 1–200 characters. What is not ASCII is percent-encoded
 * there (RFC 3986), as headers carry nothing else.
 */
export function headerText(header: string | string[]): string | undefined {
  if (typeof header !== "string" || !/^[\x20-\x7e]*$/.test(header)) return undefined;
  try {
    const text = decodeURIComponent(header);
    return isPlainText(text, longest) ? text : undefined;
  } catch {
    return undefined;
  }
}
