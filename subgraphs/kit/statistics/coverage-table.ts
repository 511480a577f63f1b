import type { MigrationInterface, QueryRunner } from "typeorm";
import type { Measure } from "./measure";

/** The table that says from which day on a counted table has everything; one row for each of which it was declared. */
export const coverageTable = "record_coverage";

/** The table of {@link coverageTable}, the same in every subgraph's database. */
export class RecordCoverage1790320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE ${coverageTable} (
  counted text COLLATE "C" PRIMARY KEY,
  begins date NOT NULL
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${coverageTable}`);
  }
}

/**
 * The day from which on a measure's records are taken to be complete: the declared one, else the first day of the fiscal
 * year of the earliest record, which tells no more of that record than its year; `NULL` where there are none.
 */
export function beginsSql({ table, begins }: Pick<Measure, "table" | "begins">): string {
  return `coalesce(
  (SELECT c.begins FROM ${coverageTable} c WHERE c.counted = '${table}'),
  (SELECT make_date(extract(year FROM r.day - interval '3 months')::integer, 4, 1) FROM (${begins}) AS r(day)))::text`;
}

/** Declares that a table has everything from a day on; the day of an earlier declaration is replaced. */
export const declareCoverage = `INSERT INTO ${coverageTable} (counted, begins) VALUES ($1, $2)
ON CONFLICT (counted) DO UPDATE SET begins = EXCLUDED.begins`;
