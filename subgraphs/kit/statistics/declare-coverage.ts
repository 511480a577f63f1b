import type { DataSource } from "typeorm";
import { today } from "../clock";
import { shown } from "../errors";
import { isDate } from "../graphql/scalars";
import { declareCoverage } from "./coverage-table";
import type { AreaMeasures } from "./measure";

/**
 * Declares the day from which a counted table is complete, replacing an earlier declaration.
 *
 * @throws Error if no measure counts the table, or if the day is not a date or in the future; then nothing was written
 */
export async function declareComplete(
  { earliest }: Pick<AreaMeasures, "earliest">,
  database: DataSource,
  [counted = "", day = ""]: readonly string[],
): Promise<void> {
  const tables = Object.keys(earliest);
  if (!tables.includes(counted)) {
    throw new Error(`Expected one of ${tables.join(", ")}, received ${shown(counted)}.`);
  }
  if (!isDate(day) || day > today()) {
    throw new Error(`Expected a day written YYYY-MM-DD and not to come, received ${shown(day)}.`);
  }
  await database.query(declareCoverage, [counted, day]);
}
