import type { DataSource } from "typeorm";
import { today } from "../clock";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { AreaMeasures } from "../statistics/measure";
import { makeRelease } from "./make-release";

/** When a release is made. */
export interface ReleaseOptions {
  /** Only if there is none yet, or a fiscal year has ended since the last: then there is a new reference day. */
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
  const { vintage, isNew, shown, hidden, waiting, programmes } = await makeRelease(
    measures,
    database,
    rule,
  );
  const cells = `${shown} numbers shown, ${hidden} suppressed, ${programmes} linear programmes`;
  return [
    isNew ? `release ${vintage}: ${cells}` : `release ${vintage} stays: nothing is new`,
    ...waiting.map((unit) => `corrections of ${unit} wait: they would tell of too few persons`),
  ];
}

async function isDue(database: DataSource): Promise<boolean> {
  const [row] = await database.query<{ last: Date | null }[]>(
    "/* release */ SELECT max(released_at) AS last FROM release",
  );
  const last = row?.last ?? null;
  return last === null || fiscalYearOf(today(last)) < fiscalYearOf(today());
}

/** A fiscal year begins on 1 April. */
function fiscalYearOf(day: string): number {
  const [year, month] = day.split("-").map(Number);
  return (year ?? 0) - ((month ?? 0) < 4 ? 1 : 0);
}
