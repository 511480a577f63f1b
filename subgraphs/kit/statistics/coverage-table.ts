import type { MigrationInterface, QueryRunner } from "typeorm";

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

/** The day from which on a table is declared to have everything, whatever is recorded later; `NULL` where none is declared. */
export function beginsSql(table: string): string {
  return `(SELECT c.begins FROM ${coverageTable} c WHERE c.counted = '${table}')::text`;
}

/** Declares that a table has everything from a day on; the day of an earlier declaration is replaced. */
export const declareCoverage = `INSERT INTO ${coverageTable} (counted, begins) VALUES ($1, $2)
ON CONFLICT (counted) DO UPDATE SET begins = EXCLUDED.begins`;
