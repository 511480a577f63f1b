import { join } from "node:path";
import { withoutProblems } from "../../kit/facts/problem";
import type { Source } from "./source";
import { readSources } from "./source.facts";

/** The sources this program comes with, by id. */
export const sources: ReadonlyMap<string, Source> = withoutProblems((problems) =>
  readSources(join(__dirname, "../data"), problems),
);
