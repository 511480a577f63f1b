import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  createFigureTables,
  dropFigureTables,
} from "../../catalog/published-figure/published-figure.sql";

/** The tables of the published facts on recruitment. */
export class PublishedFacts1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createFigureTables);
    await runner.query(`
CREATE TABLE skill_standard (
  code text PRIMARY KEY,
  name_en text,
  name_ja text,
  agency_code text NOT NULL,
  formulated_on text,
  source_id text NOT NULL,
  note text,
  CHECK (num_nonnulls(name_en, name_ja) > 0)
);
CREATE TABLE skill_category (
  code text PRIMARY KEY,
  position integer NOT NULL,
  standard_code text NOT NULL REFERENCES skill_standard,
  name_en text,
  name_ja text,
  role_en text,
  in_standard text NOT NULL CHECK (in_standard IN ('YES', 'DRAFT_ONLY')),
  solicited_from integer,
  source_id text NOT NULL,
  note text,
  CHECK (num_nonnulls(name_en, name_ja) > 0)
);
CREATE INDEX skill_category_by_standard ON skill_category (standard_code, position);
CREATE TABLE solicitation (
  fiscal_year integer PRIMARY KEY,
  agency_code text NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL CHECK (closes_on >= opens_on),
  results_announced_on text,
  source_id text,
  note text
);
CREATE INDEX solicitation_by_opening ON solicitation (opens_on, fiscal_year);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE solicitation; DROP TABLE skill_category; DROP TABLE skill_standard;",
    );
    await runner.query(dropFigureTables);
  }
}
