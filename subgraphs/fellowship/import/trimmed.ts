import { type Cell, text } from "../../kit/facts/cell";

/** Any text, but some, without the spaces around it: so mutations keep texts too. */
export const trimmed: Cell<string> = {
  expected: text.expected,
  parse: (value) => text.parse(value.trim()),
};
