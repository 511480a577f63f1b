import { type Cell, optional, text } from "../../kit/facts/cell";
import { sheetDate } from "../../kit/import/sheet-date";
import type { ImportRow } from "../../kit/import/import-definition";

/** Any text, but some, without the spaces around it: so mutations keep texts too. */
export const trimmed: Cell<string> = {
  expected: text.expected,
  parse: (value) => text.parse(value.trim()),
};

/** The columns of a spreadsheet of fellows. */
export const fellowSheet = {
  fellow_number: {
    cell: trimmed,
    description:
      "The office's number of the fellow, 1–50 letters, digits, hyphens and underscores. It never changes.",
    example: "MF-28-01",
  },
  name: {
    cell: trimmed,
    description: "The fellow's name, 1–200 characters.",
    example: "Alex Example",
  },
  cohort: {
    cell: trimmed,
    description: "The id of a cohort, published or opened by the office.",
    example: "MIKE_MANSFIELD-28",
  },
  sending_agency: {
    cell: trimmed,
    description: "The code of the sending agency, one of the program's sending country.",
    example: "US-DOD",
  },
  admitted_on: {
    cell: sheetDate,
    description: "The day of admission, not in the future; it may precede the cohort.",
    example: "2024-03-15",
  },
  completed_on: {
    cell: optional(sheetDate),
    description:
      "The last day of the completed fellowship; empty: not completed. It can be corrected, but not taken away.",
    example: "",
  },
  withdrawn_on: {
    cell: optional(sheetDate),
    description:
      "The last day as a fellow of one who withdrew; empty: has not. Placements that go on after it are ended or cancelled before, by their own spreadsheet. It can be corrected, but not taken away.",
    example: "",
  },
  withdrawal_reason: {
    cell: optional(trimmed),
    description: "Why the fellow withdrew, 1–2,000 characters; only then, and then always.",
    example: "",
  },
};

/** A row of a spreadsheet of fellows. */
export type FellowSheetRow = ImportRow<typeof fellowSheet>;
