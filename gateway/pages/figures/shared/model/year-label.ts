import type { GraphYear } from "../graph/answers";
import type { Words } from "../words/words";
import type { Label } from "./label";

/** A fiscal year by its Western number and its name. */
export function yearLabel({ year, name }: GraphYear, words: Words): Label {
  return { code: String(year), name: words.year(String(year), name) };
}
