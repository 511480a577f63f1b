import { checkReferences } from "../../kit/facts/checks";
import type { Problem } from "../../kit/facts/problem";
import { agencies } from "../agency/agencies";
import { sources } from "../source/sources";
import { checkTexts } from "../text/check-texts";

interface Sourced {
  readonly file: string;
  readonly line: number;
  readonly source_id: string;
  readonly note?: string | null;
}

/** Every row must name a source of the catalog, and its note be in both languages. */
export function checkSources(rows: readonly Sourced[], problems: Problem[]): void {
  checkReferences(rows, "source_id", new Set(sources.keys()), "an id of sources.csv", problems);
  checkTexts(rows, ["note"], problems);
}

/** Every agency a row names in `column` must be in the catalog. */
export function checkAgencies<Row extends { readonly file: string; readonly line: number }>(
  rows: readonly Row[],
  column: keyof Row & string,
  problems: Problem[],
): void {
  checkReferences(rows, column, new Set(agencies.keys()), "a code of agencies.csv", problems);
}
