import { optional, trimmedText } from "../../kit/facts/cell";
import { sheetDate } from "../../kit/import/sheet-date";
import type { ImportRow } from "../../kit/import/import-row";

/** The columns of a spreadsheet of fellows. */
export const fellowSheet = {
  fellow_number: {
    cell: trimmedText,
    description:
      "The office's number of the fellow, 1–50 letters, digits, hyphens and underscores. It never changes.",
    example: "MF-28-01",
  },
  name: {
    cell: trimmedText,
    description: "The fellow's name, 1–200 characters.",
    example: "Alex Example",
  },
  cohort: {
    cell: trimmedText,
    description: "The id of a cohort, published or opened by the office.",
    example: "MIKE_MANSFIELD-28",
  },
  sending_agency: {
    cell: trimmedText,
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
    cell: optional(trimmedText),
    description: "Why the fellow withdrew, 1–2,000 characters; only then, and then always.",
    example: "",
  },
};

/** A row of a spreadsheet of fellows. */
export type FellowSheetRow = ImportRow<typeof fellowSheet>;
