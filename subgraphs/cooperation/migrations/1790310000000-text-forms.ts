import type { MigrationInterface, QueryRunner } from "typeorm";
import { createNormalForm, dropNormalForm } from "../../kit/database/normal-form.sql";
import { requireOneForm, type TextOfItsOwn } from "../../kit/database/require-one-form";

const recorded = "source_id IS NULL AND NOT synthetic";
const ownTitles: readonly TextOfItsOwn[] = [
  {
    table: "network_event",
    text: "title",
    within: ["network_code", "kind", "starts_on"],
    where: recorded,
  },
  { table: "work_plan", text: "title", within: ["network_code"] },
  { table: "project", text: "title", within: ["work_plan_id"] },
];

/** Titles tell events, work plans and projects apart by their normal form, however they are typed. */
export class TextForms1790310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createNormalForm);
    for (const own of ownTitles) await requireOneForm(runner, own);
    await runner.query(`
DROP INDEX one_recorded_event_a_title_and_start;
CREATE UNIQUE INDEX one_recorded_event_a_title_and_start
  ON network_event (network_code, kind, normal_form(title), starts_on) NULLS NOT DISTINCT
  WHERE ${recorded};
DROP INDEX network_event_by_title;
CREATE INDEX network_event_by_title ON network_event (network_code, kind, normal_form(title));
ALTER TABLE work_plan DROP CONSTRAINT one_work_plan_a_title;
CREATE UNIQUE INDEX one_work_plan_a_title ON work_plan (network_code, normal_form(title));
ALTER TABLE project DROP CONSTRAINT one_project_a_title;
CREATE UNIQUE INDEX one_project_a_title ON project (work_plan_id, normal_form(title));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX one_project_a_title;
ALTER TABLE project ADD CONSTRAINT one_project_a_title UNIQUE (work_plan_id, title);
DROP INDEX one_work_plan_a_title;
ALTER TABLE work_plan ADD CONSTRAINT one_work_plan_a_title UNIQUE (network_code, title);
DROP INDEX network_event_by_title;
CREATE INDEX network_event_by_title ON network_event (network_code, kind, title);
DROP INDEX one_recorded_event_a_title_and_start;
CREATE UNIQUE INDEX one_recorded_event_a_title_and_start
  ON network_event (network_code, kind, title, starts_on) NULLS NOT DISTINCT
  WHERE source_id IS NULL AND NOT synthetic;
`);
    await runner.query(dropNormalForm);
  }
}
