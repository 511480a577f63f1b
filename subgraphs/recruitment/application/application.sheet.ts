import { enumValue, fiscalYear } from "../../catalog/cells/area-cells";
import { type Cell, trimmedText } from "../../kit/facts/cell";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import type { ImportRow } from "../../kit/import/import-row";
import { sheetDate } from "../../kit/import/sheet-date";
import { trimmed } from "../../kit/rules/text.rules";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A text without the spaces around it, or nothing. */
const optionalText: Cell<string | null> = {
  expected: "a text, or nothing",
  parse: (value) => trimmed(value) || null,
};

const category = enumValue(SkillCategoryCode);

/** Categories; that each is named once, and one at least, is a rule of applications. */
const categoryCodes: Cell<SkillCategoryCode[]> = {
  expected: `a list, separated by ";", of ${Object.values(SkillCategoryCode).join(", ")}`,
  parse: (value) => {
    if (trimmed(value) === "") return [];
    const codes = value.split(";").map((part) => category.parse(trimmed(part)));
    return codes.every((code) => code !== undefined) ? codes : undefined;
  },
};

const minute = /^(\S+) (\d|[01]\d|2[0-3]):([0-5]\d)$/;

/**
 * An instant as mutations take it, kept as it stands; or day and time to the minute, as spreadsheets have them, taken
 * in Asia/Tokyo and kept as `2023-12-28T23:59+09:00`.
 */
const receipt: Cell<string> = {
  expected:
    "an instant such as 2023-12-28T23:59:00+09:00, or YYYY-MM-DD HH:MM or YYYY/M/D H:MM in the time of Asia/Tokyo",
  parse: (value) => {
    const [, written = "", hour = "", minutes = ""] = minute.exec(value) ?? [];
    if (written === "") return isInstant(value) ? value : undefined;
    const day = sheetDate.parse(written);
    return day && `${day}T${hour.padStart(2, "0")}:${minutes}+09:00`;
  },
};

function isInstant(text: string): boolean {
  try {
    DateTimeScalar.parseValue(text);
    return true;
  } catch {
    return false;
  }
}

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

/** The instant of a receipt. One to the minute is the recorded instant where that lies in the same minute. */
export function instantOf(text: string, recorded?: Date): Date {
  const given = new Date(text);
  const isMinute = /T\d{2}:\d{2}\+/.test(text);
  const isSame = recorded && Math.floor(+recorded / 60_000) * 60_000 === +given;
  return isMinute && isSame ? recorded : given;
}
