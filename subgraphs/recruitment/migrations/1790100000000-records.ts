import type { MigrationInterface, QueryRunner } from "typeorm";
import { createApplicationTables, dropApplicationTables } from "./records-application.sql";
import { createPersonnelTables, dropPersonnelTables } from "./records-personnel.sql";

/** The tables of the ministry's daily work: from the solicitation to the engagement. */
export class Records1790100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE solicitation
  ADD COLUMN closed_on date,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN synthetic boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT solicitation_closed_early CHECK (closed_on >= opens_on AND closed_on < closes_on),
  ADD CONSTRAINT solicitation_opens_in_fiscal_year CHECK (
    source_id IS NOT NULL
    OR (opens_on >= make_date(fiscal_year, 4, 1) AND opens_on < make_date(fiscal_year + 1, 4, 1)));
CREATE TABLE solicitation_category (
  fiscal_year integer NOT NULL REFERENCES solicitation,
  category_code text COLLATE "C" NOT NULL REFERENCES skill_category,
  PRIMARY KEY (fiscal_year, category_code)
);
`);
    await runner.query(createApplicationTables);
    await runner.query(createPersonnelTables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropPersonnelTables);
    await runner.query(dropApplicationTables);
    await runner.query(`
DROP TABLE solicitation_category;
DELETE FROM solicitation WHERE source_id IS NULL;
ALTER TABLE solicitation
  DROP CONSTRAINT solicitation_opens_in_fiscal_year,
  DROP CONSTRAINT solicitation_closed_early,
  DROP COLUMN synthetic, DROP COLUMN version, DROP COLUMN closed_on;
`);
  }
}
