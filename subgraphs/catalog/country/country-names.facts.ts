import { join } from "node:path";
import { matching, optional, text } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import { type Problem, withoutProblems } from "../../kit/facts/problem";

/** The version of Unicode CLDR that the names were taken from. */
export const namesOfCldr = "48.0";

const namesFile = {
  name: "country_names.csv",
  columns: {
    code: matching(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code"),
    name_en: text,
    name_ja: text,
    note: optional(text),
  },
};

/** The name of a country in common use, and why it is not CLDR's short name where it is not. */
export interface CountryName {
  readonly nameEn: string;
  readonly nameJa: string;
  readonly note: string | null;
}

/** Reads the names in common use, by code. */
export function readCountryNames(
  directory: string,
  problems: Problem[],
): ReadonlyMap<string, CountryName> {
  const rows = readFactFile(directory, namesFile, problems);
  checkUnique(rows, ["code"], problems);
  checkUnique(rows, ["name_en"], problems);
  checkUnique(rows, ["name_ja"], problems);
  return new Map(
    rows.map(({ code, name_en: nameEn, name_ja: nameJa, note }) => [
      code,
      { nameEn, nameJa, note },
    ]),
  );
}

/** The names in common use that this program comes with, by code. */
export const countryNames: ReadonlyMap<string, CountryName> = withoutProblems((problems) =>
  readCountryNames(join(__dirname, "../data"), problems),
);
