import { fiscalYear } from "../../catalog/facts/area-cells";
import type { ImportRow } from "../../kit/import/import-definition";
import { categoryCodes, optionalText, receipt, trimmedText } from "./application-cells";

/** The columns of a spreadsheet of applications. */
export const applicationColumns = {
  fiscal_year: {
    cell: fiscalYear,
    description: "Fiscal year of the solicitation.",
    example: "2023",
  },
  applicant_number: {
    cell: trimmedText,
    description:
      "The number the ministry gave the person, 1–64 letters, digits, hyphens and underscores; the same over all solicitations.",
    example: "2023-0001",
  },
  name: {
    cell: trimmedText,
    description: "The name as the person writes it; another than recorded is recorded instead.",
    example: "試験 花子",
  },
  name_kana: {
    cell: trimmedText,
    description: "How the name is read, in kana.",
    example: "シケン ハナコ",
  },
  name_en: {
    cell: optionalText,
    description: "The name in Latin letters; empty where not given.",
    example: "Hanako Shiken",
  },
  received_at: {
    cell: receipt,
    description:
      "When it was received: in the window of the solicitation, which begins and ends at midnight in Asia/Tokyo.",
    example: "2023-12-28 23:59",
  },
  categories: {
    cell: categoryCodes,
    description:
      "The categories it is for, each asked for by the solicitation; fixed once the application is judged.",
    example: "PRODUCER;SERVICE_DESIGNER",
  },
};

/** A row of such a spreadsheet. */
export type ApplicationRow = ImportRow<typeof applicationColumns>;
