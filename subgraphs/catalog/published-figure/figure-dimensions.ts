import { join } from "node:path";
import { matching, optional, text } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import { type Problem, withoutProblems } from "../../kit/facts/problem";
import type { Bilingual } from "../../kit/language";
import { ours } from "../cells/language-cells";

const dimensionsFile = {
  name: "figure_dimensions.csv",
  columns: {
    code: matching(/^[a-z][a-z_]*$/, "a code in lower case such as region"),
    name_en: text,
    name_ja: text,
    ours,
    source_id: optional(text),
  },
};

/** Reads what figures are split by, with its names, by code. */
export function readFigureDimensions(
  directory: string,
  problems: Problem[],
): ReadonlyMap<string, Bilingual> {
  const rows = readFactFile(directory, dimensionsFile, problems);
  checkUnique(rows, ["code"], problems);
  return new Map(
    rows.map(({ code, name_en: nameEn, name_ja: nameJa }) => [code, { nameEn, nameJa }]),
  );
}

/** What the figures that this program comes with are split by, by code. */
export const figureDimensions: ReadonlyMap<string, Bilingual> = withoutProblems((problems) =>
  readFigureDimensions(join(__dirname, "../data"), problems),
);
