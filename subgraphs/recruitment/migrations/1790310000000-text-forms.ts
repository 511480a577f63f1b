import type { MigrationInterface, QueryRunner } from "typeorm";
import { createNormalForm, dropNormalForm } from "../../kit/database/normal-form.sql";
import { numberForm } from "../../kit/database/number-form.sql";
import { requireOneForm } from "../../kit/database/require-one-form";

/** Persons and courses are known by numbers of one form, and persons found by the normal form of their names. */
export class TextForms1790310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createNormalForm);
    await requireOneForm(runner, {
      table: "evaluation_score",
      text: "criterion",
      key: "evaluation_id || '/' || position",
      within: ["evaluation_id"],
    });
    await runner.query(`
${numberForm("applicant", "applicant_number")}
${numberForm("evaluator", "evaluator_number")}
${numberForm("recruitment_training_course", "course_code")}
CREATE INDEX applicant_by_name_form ON applicant (normal_form(name));
CREATE INDEX applicant_by_kana_form ON applicant (normal_form(name_kana));
CREATE INDEX evaluator_by_name_form ON evaluator (normal_form(name));
ALTER TABLE evaluation_score DROP CONSTRAINT evaluation_score_criterion_once;
CREATE UNIQUE INDEX evaluation_score_criterion_once
  ON evaluation_score (evaluation_id, normal_form(criterion));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX evaluation_score_criterion_once;
ALTER TABLE evaluation_score
  ADD CONSTRAINT evaluation_score_criterion_once UNIQUE (evaluation_id, criterion);
DROP INDEX evaluator_by_name_form;
DROP INDEX applicant_by_kana_form;
DROP INDEX applicant_by_name_form;
ALTER TABLE recruitment_training_course DROP CONSTRAINT course_code_form;
ALTER TABLE evaluator DROP CONSTRAINT evaluator_number_form;
ALTER TABLE applicant DROP CONSTRAINT applicant_number_form;
`);
    await runner.query(dropNormalForm);
  }
}
