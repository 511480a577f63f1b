import { parse, print } from "graphql";

/** A text of more tokens is no operation of the graph. */
const mostTokens = 20_000;

/**
 * A document as graphql-js prints it, by which two texts are the same that differ in white space, commas and comments
 * alone; undefined for what is no document.
 */
export function normalText(text: string): string | undefined {
  try {
    return print(parse(text, { noLocation: true, maxLexicalTokens: mostTokens }));
  } catch {
    return undefined;
  }
}
