import { enumValue } from "../../catalog/facts/area-cells";
import type { Cell } from "../../kit/facts/cell";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import { sheetDate } from "../../kit/import/sheet-date";
import { trimmed } from "../record/text.rules";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A text without the spaces around it. */
export const trimmedText: Cell<string> = {
  expected: "a text",
  parse: (value) => trimmed(value) || undefined,
};

/** The same, or nothing. */
export const optionalText: Cell<string | null> = {
  expected: "a text, or nothing",
  parse: (value) => trimmed(value) || null,
};

const category = enumValue(SkillCategoryCode);

/** Categories; that each is named once, and one at least, is a rule of applications. */
export const categoryCodes: Cell<SkillCategoryCode[]> = {
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
export const receipt: Cell<string> = {
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

/** The instant of a {@link receipt}. One to the minute is the recorded instant where that lies in the same minute. */
export function instantOf(text: string, recorded?: Date): Date {
  const given = new Date(text);
  const isMinute = /T\d{2}:\d{2}\+/.test(text);
  const isSame = recorded && Math.floor(+recorded / 60_000) * 60_000 === +given;
  return isMinute && isSame ? recorded : given;
}
