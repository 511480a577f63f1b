import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  createFigureTables,
  dropFigureTables,
} from "../../catalog/published-figure/published-figure.sql";

/** The tables of the published facts on fellowships. */
export class PublishedFacts1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createFigureTables);
    await runner.query(`
CREATE TABLE fellowship_program (
  code text PRIMARY KEY,
  position integer NOT NULL,
  name_en text NOT NULL,
  name_ja text,
  sending_country_code text NOT NULL,
  host_country_code text NOT NULL,
  host_agency_code text,
  started_on text,
  description_en text,
  source_id text NOT NULL,
  note text
);
CREATE TABLE fellowship_program_sending_agency (
  program_code text NOT NULL REFERENCES fellowship_program,
  agency_code text NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (program_code, agency_code)
);
CREATE TABLE fellowship_phase (
  program_code text NOT NULL REFERENCES fellowship_program,
  code text NOT NULL,
  position integer NOT NULL,
  place text NOT NULL,
  duration text,
  note text,
  source_id text NOT NULL,
  PRIMARY KEY (program_code, code)
);
CREATE TABLE cohort (
  id text PRIMARY KEY,
  program_code text NOT NULL REFERENCES fellowship_program,
  number integer NOT NULL CHECK (number >= 1),
  starts_on text,
  starts_earliest date,
  starts_latest date,
  ends_on text,
  fiscal_year integer,
  published_fellows integer CHECK (published_fellows >= 0),
  source_id text NOT NULL,
  note text,
  UNIQUE (program_code, number) DEFERRABLE,
  CHECK (num_nulls(starts_on, starts_earliest, starts_latest) IN (0, 3)),
  CHECK (starts_earliest <= starts_latest),
  CHECK (fiscal_year IS NULL OR starts_on IS NOT NULL)
);
CREATE INDEX cohort_by_number ON cohort (number, id);
CREATE INDEX cohort_by_start ON cohort (coalesce(starts_earliest, 'infinity'::date), id);
CREATE INDEX cohort_by_fiscal_year ON cohort (fiscal_year, number);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE cohort;
DROP TABLE fellowship_phase;
DROP TABLE fellowship_program_sending_agency;
DROP TABLE fellowship_program;
`);
    await runner.query(dropFigureTables);
  }
}
