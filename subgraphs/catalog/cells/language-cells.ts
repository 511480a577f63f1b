import { type Cell, listOf, oneOf } from "../../kit/facts/cell";

const languages = ["en", "ja"] as const;

/** In which languages something is ours: translated or worded by us, because no source has it. */
export const languageList: Cell<("en" | "ja")[]> = listOf(oneOf(languages));

/** The same as it is kept in a table: `en`, `ja`, `en;ja` or nothing. */
export const ours: Cell<string> = {
  expected: "en, ja, en;ja or nothing",
  parse: (value) => (/^(en|ja|en;ja)?$/.test(value) ? value : undefined),
};
