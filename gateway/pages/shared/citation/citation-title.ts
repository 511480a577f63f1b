import type { Citation } from "./citation";
import { oneLine } from "./one-line";

/** How many characters of a value are shown: enough to tell one question from another, too few to speak in. */
const longestValue = 40;
/** Signs that would end the title's own marks. */
const quotes = /[“”„‟‘’‚‛«»‹›「」『』｢｣〝〞〟＂]/gu;

/**
 * What a citation calls the question: its name, and the values of its variables. A stranger chose both: no value ends the
 * quotation, is long, or is an address.
 */
export function citationTitle({ name, variables }: Citation): string {
  const values = Object.entries(variables).map(
    ([variable, value]) => `${variable}: ${shownValue(value)}`,
  );
  return oneLine(values.length > 0 ? `${name} (${values.join(", ")})` : name);
}

function shownValue(value: unknown): string {
  const text = JSON.stringify(value);
  return isAddress(text) ? "…" : oneLine(text, longestValue).replace(quotes, "'");
}

/** Also in the wide forms of its signs, and with what is not seen between them. */
function isAddress(text: string): boolean {
  return /:\s*\/\s*\//.test(oneLine(text, text.length).normalize("NFKC"));
}
