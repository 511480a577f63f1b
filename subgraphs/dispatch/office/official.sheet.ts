import { optional, text } from "../../kit/facts/cell";
import type { ImportRow } from "../../kit/import/import-row";
import { sheetDate } from "../../kit/import/sheet-date";

/** The columns of a spreadsheet of officials. */
export const officialSheet = {
  personnel_number: {
    cell: text,
    description:
      "The number the office knows the official by, which is changed by a correction alone.",
    example: "P-10023",
  },
  name: {
    cell: text,
    description: "The official's present name, the same on all rows of the official.",
    example: "髙橋 花子",
  },
  name_kana: {
    cell: optional(text),
    description: "The name in kana; empty where not known.",
    example: "タカハシ ハナコ",
  },
  home_agency: {
    cell: text,
    description:
      "The code of the agency the official came to on that day. A further row is a transfer.",
    example: "JP-METI",
  },
  from: {
    cell: sheetDate,
    description: "The first day at the agency.",
    example: "2019-04-01",
  },
};

/** A row of a spreadsheet of officials. */
export type OfficialRow = ImportRow<typeof officialSheet>;
