import { type Cell, date, partialDate } from "../facts/cell";

/** A calendar day: as the graph writes it, or as spreadsheets do where Japanese is spoken (2024/4/1). */
export const sheetDate: Cell<string> = {
  expected: "a date YYYY-MM-DD or YYYY/M/D",
  parse: (value) => date.parse(withHyphens(value)),
};

/** A date that may stop at the year or month, written either way. */
export const sheetPartialDate: Cell<string> = {
  expected: "a date YYYY, YYYY-MM, YYYY-MM-DD, YYYY/M or YYYY/M/D",
  parse: (value) => partialDate.parse(withHyphens(value)),
};

function withHyphens(value: string): string {
  const parts = /^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?$/.exec(value);
  if (!parts) return value;
  const [, year = "", ...rest] = parts;
  return [year, ...rest.filter(Boolean).map((part) => part.padStart(2, "0"))].join("-");
}
