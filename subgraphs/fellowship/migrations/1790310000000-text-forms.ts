import type { MigrationInterface, QueryRunner } from "typeorm";
import { createNormalForm, dropNormalForm } from "../../kit/database/normal-form.sql";
import { numberForm } from "../../kit/database/number-form.sql";

/** Fellows are known by numbers of one form, and found by the normal form of their names. */
export class TextForms1790310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createNormalForm);
    await runner.query(`
${numberForm("fellow", "fellow_number", 50)}
CREATE INDEX fellow_by_name_form ON fellow (normal_form(name));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX fellow_by_name_form;
ALTER TABLE fellow DROP CONSTRAINT fellow_number_form;
`);
    await runner.query(dropNormalForm);
  }
}
