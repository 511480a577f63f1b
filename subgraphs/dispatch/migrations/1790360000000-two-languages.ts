import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  nameFigureParts,
  unnameFigureParts,
} from "../../catalog/published-figure/published-figure.sql";

/** Names in Japanese and English, and which of them are ours. */
export class TwoLanguages1790360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${nameFigureParts}
ALTER TABLE dispatch_organization_type ADD COLUMN ours text NOT NULL DEFAULT '';
ALTER TABLE dispatch_legal_basis ADD COLUMN ours text NOT NULL DEFAULT '';
ALTER TABLE dispatch_region ADD COLUMN ours text NOT NULL DEFAULT '';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE dispatch_region DROP COLUMN ours;
ALTER TABLE dispatch_legal_basis DROP COLUMN ours;
ALTER TABLE dispatch_organization_type DROP COLUMN ours;
${unnameFigureParts}`);
  }
}
