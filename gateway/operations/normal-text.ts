import { parse, print } from "graphql";

/** A text of more tokens is no operation of the graph. */
const mostTokens = 20_000;

/**
 * A document as graphql-js prints it: equal for texts that differ only in white space, commas and comments. Undefined
 * if the text is not a document.
 */
export function normalText(text: string): string | undefined {
  try {
    return print(parse(text, { noLocation: true, maxLexicalTokens: mostTokens }));
  } catch {
    return undefined;
  }
}
