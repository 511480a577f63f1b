import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  nameFigureParts,
  unnameFigureParts,
} from "../../catalog/published-figure/published-figure.sql";

/** Names in Japanese and English, and which of them are ours. */
export class TwoLanguages1790360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${nameFigureParts}
ALTER TABLE network ADD COLUMN ours text NOT NULL DEFAULT '';
ALTER TABLE training_course ADD COLUMN ours text NOT NULL DEFAULT '';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE training_course DROP COLUMN ours;
ALTER TABLE network DROP COLUMN ours;
${unnameFigureParts}`);
  }
}
