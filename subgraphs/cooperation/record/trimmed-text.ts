import type { Cell } from "../../kit/facts/cell";

/** A text without the blanks around it, as mutations store it. */
export const trimmedText: Cell<string> = {
  expected: "a text",
  parse: (value) => (value.trim() === "" ? undefined : value.trim()),
};
