import type { MigrationInterface, QueryRunner } from "typeorm";
import { createNormalForm, dropNormalForm } from "../../kit/database/normal-form.sql";

/** Officials are found by the normal form of their names. */
export class TextForms1790310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createNormalForm);
    await runner.query(`
CREATE INDEX official_by_name_form ON official (normal_form(name));
CREATE INDEX official_by_kana_form ON official (normal_form(name_kana));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX official_by_kana_form;
DROP INDEX official_by_name_form;
`);
    await runner.query(dropNormalForm);
  }
}
