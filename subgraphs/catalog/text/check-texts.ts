import { cellProblem, type Problem } from "../../kit/facts/problem";
import { texts } from "./texts";

/** What reads the same in every language: numbers and their signs, as "1 (2)" or "XV 1". */
const inAnyLanguage = /^[\dIVX ().]+$/;

/** Every text in these columns must be in texts.csv, which has it in both languages. */
export function checkTexts<Row extends { readonly file: string; readonly line: number }>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
  problems: Problem[],
): void {
  for (const row of rows) {
    for (const column of columns) {
      const text = row[column];
      if (typeof text !== "string" || inAnyLanguage.test(text) || texts.has(text)) continue;
      const expected = "a text that is in texts.csv of the catalog, there in English and Japanese";
      problems.push(cellProblem(row, column, text, expected));
    }
  }
}
