import type { MigrationInterface, QueryRunner } from "typeorm";

/** The table with the day from which each counted table is complete; one row for each table that was declared. */
export const coverageTable = "record_coverage";

/** Creates {@link coverageTable}, the same in every subgraph's database. */
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

/** The day from which a table is declared complete, whatever is recorded later; `NULL` if none is declared. */
export function beginsSql(table: string): string {
  return `(SELECT c.begins FROM ${coverageTable} c WHERE c.counted = '${table}')::text`;
}

/** Declares that a table is complete from a day on; replaces an earlier declaration. */
export const declareCoverage = `INSERT INTO ${coverageTable} (counted, begins) VALUES ($1, $2)
ON CONFLICT (counted) DO UPDATE SET begins = EXCLUDED.begins`;
