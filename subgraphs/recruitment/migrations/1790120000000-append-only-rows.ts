import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Refuses changes of each row of `stage_transition` instead of each statement that might make one: `INSERT … ON
 * CONFLICT DO UPDATE` that only inserts, as a spreadsheet is written with, changes none.
 */
export class AppendOnlyRows1790120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER append_only ON stage_transition;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON stage_transition
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_stage();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON stage_transition
  EXECUTE FUNCTION refuse_change_of_stage();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER never_emptied ON stage_transition;
DROP TRIGGER append_only ON stage_transition;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_transition
  EXECUTE FUNCTION refuse_change_of_stage();
`);
  }
}
