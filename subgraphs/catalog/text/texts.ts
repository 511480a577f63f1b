import { join } from "node:path";
import { withoutProblems } from "../../kit/facts/problem";
import { readTexts, type TextInLanguages } from "./text.facts";

/** The texts of all data files that this program comes with, in both languages, by how they stand there. */
export const texts: ReadonlyMap<string, TextInLanguages> = withoutProblems((problems) =>
  readTexts(join(__dirname, "../data"), problems),
);
