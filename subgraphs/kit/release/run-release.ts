import type { DataSource } from "typeorm";
import { today } from "../clock";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { AreaMeasures } from "../statistics/measure";
import { dueYear } from "./due-year";
import { makeRelease } from "./make-release";

/** When a release is made. */
export interface ReleaseOptions {
  /** Only if there is none yet, or 1 July has come since the last: then the fiscal year that ended in March is complete. */
  readonly isIfDue: boolean;
}

/**
 * Makes a release, and says what it came to, one line each.
 * @returns no line where none was due
 */
export async function runRelease(
  measures: Pick<AreaMeasures, "measures">,
  database: DataSource,
  rule: DisclosureRule,
  { isIfDue }: ReleaseOptions,
): Promise<string[]> {
  if (isIfDue && !(await isDue(database))) return [];
  const { vintage, isNew, shown, hidden, waiting, unprotected, programmes } = await makeRelease(
    measures,
    database,
    rule,
  );
  const cells = `${shown} numbers shown, ${hidden} suppressed, ${programmes} linear programmes`;
  if (vintage === 0) return ["no release: nothing is on record yet"];
  return [
    isNew ? `release ${vintage}: ${cells}` : `release ${vintage} stays: nothing is new`,
    ...waiting.map((unit) => `corrections of ${unit} wait: they would tell of too few persons`),
    ...unprotected.map((unit) => `new numbers of ${unit} are not released: nothing protects them`),
  ];
}

async function isDue(database: DataSource): Promise<boolean> {
  const [row] = await database.query<{ last: Date | null }[]>(
    "/* release */ SELECT max(released_at) AS last FROM release",
  );
  const last = row?.last ?? null;
  return last === null || dueYear(today(last)) < dueYear(today());
}
