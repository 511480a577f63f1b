import { oneOf, optional, text } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import { Language } from "../../kit/language";
import { languageList } from "../cells/language-cells";

const textsFile = {
  name: "texts.csv",
  columns: {
    text,
    language: oneOf(["en", "ja", "ko"]),
    en: optional(text),
    ja: optional(text),
    ours: languageList,
    source_id: optional(text),
    missing: languageList,
  },
};

type TextRow = FactRow<(typeof textsFile)["columns"]>;

/** A text of the data in two languages. */
export interface TextInLanguages {
  /** The text in a language; absent where it is missing. */
  readonly in: ReadonlyMap<Language, string>;
  /** The languages in which it is ours, and not the source's. */
  readonly ours: ReadonlySet<Language>;
  /** Where the translation that is not ours stands. */
  readonly sourceId: string | null;
}

const codes = [
  ["en", Language.EN],
  ["ja", Language.JA],
] as const;

/**
 * Reads the texts of all data files, each by how it stands there. A text is in both languages, or `missing` says in which it
 * is not; a translation is ours, or `source_id` says whose it is.
 */
export function readTexts(
  directory: string,
  problems: Problem[],
): ReadonlyMap<string, TextInLanguages> {
  const rows = readFactFile(directory, textsFile, problems);
  checkUnique(rows, ["text"], problems);
  for (const row of rows) checkRow(row, problems);
  return new Map(
    rows.map((row) => [
      row.text,
      {
        in: new Map(
          codes.flatMap(([code, language]) => {
            const own = row.language === code ? row.text : row[code];
            return own === null ? [] : [[language, own] as const];
          }),
        ),
        ours: new Set(
          codes.flatMap(([code, language]) => (row.ours.includes(code) ? language : [])),
        ),
        sourceId: row.source_id,
      },
    ]),
  );
}

function checkRow(row: TextRow, problems: Problem[]): void {
  const wrong = (column: keyof (typeof textsFile)["columns"], expected: string) =>
    void problems.push(cellProblem(row, column, row[column], expected));
  for (const [code] of codes) {
    const isMissing = row.missing.includes(code);
    if (row.language === code) {
      if (row[code] !== null) wrong(code, "nothing, since the text itself is in this language");
      if (isMissing) wrong("missing", "languages that the text is not in");
    } else if ((row[code] === null) !== isMissing) {
      wrong(
        code,
        isMissing
          ? "nothing, since it is missing"
          : "the text in this language, or missing to name it",
      );
    } else if (row[code] !== null && row[code] !== row.text) {
      const isOurs = row.ours.includes(code);
      if (!isOurs && row.source_id === null)
        wrong("ours", `${code}, or source_id to say whose it is`);
    }
    if (isMissing && row.ours.includes(code)) wrong("ours", "languages that the text is in");
  }
}
