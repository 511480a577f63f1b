import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { isSameText } from "../../kit/normal-form";
import { storedText } from "../rules/text.rules";
import type { OfficialOnRecord } from "./officials-on-record";

interface NamedRow {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly name_kana: string | null;
  readonly from: string;
}

/** The names of an official. */
export interface Names {
  readonly name: string;
  readonly nameKana: string | null;
}

/**
 * The names of each official as the file has them first, by personnel number. Refuses rows that give another name than a
 * row above: only one can be the present name. One that is only typed otherwise is no other.
 */
export async function presentNames(
  rowsOf: ReadonlyMap<string, readonly NamedRow[]>,
  recorded: ReadonlyMap<string, OfficialOnRecord>,
  batch: ImportBatch,
): Promise<Map<string, Names>> {
  const present = new Map<string, Names>();
  for (const [number, [first, ...others]] of rowsOf) {
    if (!first) continue;
    present.set(number, namesOf(first));
    for (const row of others) refuseUnlike(row, namesOf(first), first.line, batch);
  }
  const renamed = [...rowsOf].flatMap(([number, [first]]) => {
    const official = recorded.get(number);
    return official && first && !isWrittenAlike(namesOf(first), official)
      ? [{ number, first, official, keys: official.agencies.map(({ from }) => [number, from]) }]
      : [];
  });
  if (renamed.length === 0) return present;
  // Where a row far above is of the official too, the name on record is that row's.
  const lines = await batch.linesOf(renamed.flatMap(({ keys }) => keys));
  let at = 0;
  for (const { number, first, official, keys } of renamed) {
    const above = lines
      .slice(at, (at += keys.length))
      .filter((line) => line !== undefined && line < first.line);
    if (above[0] === undefined) continue;
    refuseUnlike(first, official, above[0], batch);
    present.set(number, official);
  }
  return present;
}

function namesOf({ name, name_kana: kana }: NamedRow): Names {
  return { name: storedText(name), nameKana: storedText(kana) };
}

function isWrittenAlike(one: Names, other: Names): boolean {
  return one.name === other.name && one.nameKana === other.nameKana;
}

function refuseUnlike(row: NamedRow, names: Names, line: number, batch: ImportBatch): void {
  const own = namesOf(row);
  const expected = `the name on line ${line}, of the same official`;
  if (!isSameText(own.name, names.name)) batch.report(cellProblem(row, "name", row.name, expected));
  if (!isSameText(own.nameKana, names.nameKana)) {
    batch.report(cellProblem(row, "name_kana", row.name_kana, expected));
  }
}
