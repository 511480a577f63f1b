import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  createFigureTables,
  dropFigureTables,
} from "../../catalog/published-figure/published-figure.sql";

/** The tables of the published facts on cooperation. */
export class PublishedFacts1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createFigureTables);
    await runner.query(`
CREATE TABLE network (
  code text PRIMARY KEY,
  position integer NOT NULL,
  name_en text,
  name_ja text,
  founded text,
  source_id text NOT NULL,
  note text,
  CHECK (num_nonnulls(name_en, name_ja) > 0)
);
CREATE TABLE network_membership (
  id text PRIMARY KEY,
  network_code text NOT NULL REFERENCES network,
  country_code text NOT NULL,
  agency_code text,
  role text NOT NULL CHECK (role IN ('MEMBER', 'PLUS_THREE', 'OBSERVER')),
  from_date text,
  to_date text,
  attested_from text,
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  source_id text,
  note text,
  CONSTRAINT one_membership_a_country_and_day
    EXCLUDE USING gist (network_code WITH =, country_code WITH =, valid WITH &&) DEFERRABLE
);
CREATE INDEX network_membership_by_country ON network_membership USING gist (country_code, valid);
CREATE INDEX network_membership_by_agency ON network_membership USING gist (agency_code, valid);
CREATE TABLE network_chair (
  network_code text NOT NULL REFERENCES network,
  edition integer NOT NULL,
  country_code text NOT NULL,
  agency_code text,
  from_date text NOT NULL,
  to_date text NOT NULL,
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  source_id text,
  note text,
  PRIMARY KEY (network_code, edition)
);
CREATE INDEX network_chair_by_network ON network_chair USING gist (network_code, valid);
CREATE TABLE network_event (
  id text PRIMARY KEY,
  network_code text NOT NULL REFERENCES network,
  kind text NOT NULL,
  edition integer CHECK (edition >= 1),
  title text NOT NULL,
  theme text,
  starts_on text,
  ends_on text,
  starts_earliest date,
  starts_latest date,
  fiscal_year integer,
  city text,
  country_code text,
  format text,
  host_agency_code text,
  source_id text,
  note text,
  CHECK (starts_latest >= starts_earliest)
);
CREATE INDEX network_event_by_start ON network_event ((coalesce(starts_earliest, 'infinity')), id);
CREATE INDEX network_event_by_network ON network_event (network_code, (coalesce(starts_earliest, 'infinity')), id);
CREATE INDEX network_event_by_fiscal_year ON network_event (fiscal_year, (coalesce(starts_earliest, 'infinity')), id);
CREATE INDEX network_event_by_host ON network_event (host_agency_code, (coalesce(starts_earliest, 'infinity')), id);
CREATE INDEX network_event_by_country ON network_event (country_code);
CREATE TABLE network_event_participation (
  event_id text NOT NULL REFERENCES network_event ON DELETE CASCADE,
  country_code text NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (event_id, country_code)
);
CREATE INDEX network_event_participation_by_country ON network_event_participation (country_code, event_id);
CREATE TABLE training_course (
  code text PRIMARY KEY,
  position integer NOT NULL,
  name_en text,
  name_ja text,
  first_fiscal_year integer,
  source_id text NOT NULL,
  note text,
  CHECK (num_nonnulls(name_en, name_ja) > 0)
);
CREATE TABLE invitation (
  id text PRIMARY KEY,
  program text NOT NULL CHECK (program IN ('SENIOR_OFFICIALS', 'ASIAN_EXPERTS')),
  fiscal_year integer NOT NULL,
  country_code text NOT NULL,
  persons integer CHECK (persons >= 1),
  source_id text,
  note text
);
CREATE INDEX invitation_by_fiscal_year ON invitation (fiscal_year, id);
CREATE INDEX invitation_by_country ON invitation (country_code, fiscal_year, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE invitation; DROP TABLE training_course;
DROP TABLE network_event_participation; DROP TABLE network_event; DROP TABLE network_chair;
DROP TABLE network_membership; DROP TABLE network;`);
    await runner.query(dropFigureTables);
  }
}
