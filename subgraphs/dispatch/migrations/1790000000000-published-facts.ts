import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  createFigureTables,
  dropFigureTables,
} from "../../catalog/published-figure/published-figure.sql";

/** The tables of the published facts on dispatch. */
export class PublishedFacts1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createFigureTables);
    await runner.query(`
CREATE INDEX published_figure_by_part ON published_figure (dimension, dimension_value, position);
CREATE TABLE dispatch_organization_type (
  code text PRIMARY KEY,
  position integer NOT NULL,
  name_en text NOT NULL,
  name_ja text,
  valid_from text,
  valid_to text,
  source_id text NOT NULL,
  note text
);
CREATE TABLE dispatch_region (
  code text PRIMARY KEY,
  position integer NOT NULL,
  name_en text NOT NULL,
  name_ja text,
  source_id text NOT NULL,
  note text
);
CREATE TABLE dispatch_legal_basis (
  code text PRIMARY KEY,
  class integer NOT NULL UNIQUE DEFERRABLE CHECK (class BETWEEN 1 AND 3),
  article text NOT NULL,
  text_en text NOT NULL,
  text_ja text NOT NULL,
  source_id text NOT NULL,
  note text
);
CREATE TABLE dispatch_legal_basis_organization_type (
  legal_basis_code text NOT NULL REFERENCES dispatch_legal_basis,
  organization_type_code text NOT NULL REFERENCES dispatch_organization_type,
  PRIMARY KEY (legal_basis_code, organization_type_code)
);
CREATE INDEX dispatch_legal_basis_by_organization_type
  ON dispatch_legal_basis_organization_type (organization_type_code);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE dispatch_legal_basis_organization_type;
DROP TABLE dispatch_legal_basis;
DROP TABLE dispatch_region;
DROP TABLE dispatch_organization_type;
`);
    await runner.query(dropFigureTables);
  }
}
