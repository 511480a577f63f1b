import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables of which the restricted role may remove rows, but only by a correction; each with its key. */
const removable: Readonly<Record<string, string>> = {
  solicitation: "fiscal_year",
  solicitation_category: "fiscal_year, category_code",
  applicant: "id",
  application: "id",
  application_category: "application_id, category_code",
  selected_category: "application_id, category_code",
  evaluator: "id",
  evaluation: "id",
  evaluation_score: "evaluation_id, position",
  recruitment_training_course: "id",
  candidate_enrolment: "id",
  registration: "id",
  list_request: "id",
  engagement: "id",
};

/** Of these, rows are changed by a correction alone too. */
const final = new Set(["evaluation", "evaluation_score"]);

/**
 * Lets rows be removed, and what is final be changed, by a correction alone. One says that it is one before it writes
 * (`change.correction`), and when its transaction commits, it must have noted the change of the row in `change_record`, which only
 * grows, with its reason.
 *
 * - Of the tables of records, this holds for all but their owner, as whom spreadsheets are imported.
 * - A row of `stage_transition` is changed or removed by a correction alone, whoever tries. Lists and statistics read it as what
 *   happened, so a stage that was never reached cannot stay in it; the change that removed it, with its reason, stays.
 */
export class Corrections1790540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION require_correction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_for_all boolean := TG_TABLE_NAME = 'stage_transition';
  key text := (SELECT string_agg(to_jsonb(OLD) ->> name, '/' ORDER BY place)
               FROM unnest(TG_ARGV) WITH ORDINALITY AS k (name, place));
BEGIN
  IF NOT is_for_all AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE')
  THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  IF (CASE TG_WHEN
    WHEN 'BEFORE' THEN current_setting('change.correction', true) IS DISTINCT FROM 'on'
    ELSE NOT EXISTS (
    SELECT FROM change_record WHERE record_type = TG_TABLE_NAME AND record_id = key AND reason IS NOT NULL
      AND commit_id = commit_so_far())
  END) THEN
    RAISE EXCEPTION '%', CASE WHEN is_for_all THEN 'stage_transition is append-only'
      ELSE format('permission denied to change a row of %s without a correction', TG_TABLE_NAME) END
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_WHEN = 'AFTER' THEN RETURN NULL; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
DROP TRIGGER append_only ON stage_transition;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON stage_transition
  FOR EACH ROW EXECUTE FUNCTION require_correction(application_id, number);
CREATE CONSTRAINT TRIGGER by_correction AFTER UPDATE OR DELETE ON stage_transition
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_correction(application_id, number);
`);
    for (const [table, key] of Object.entries(removable)) {
      const on = `${final.has(table) ? "UPDATE OR " : ""}DELETE ON ${table}`;
      await runner.query(`
CREATE TRIGGER in_correction BEFORE ${on}
  FOR EACH ROW EXECUTE FUNCTION require_correction(${key});
CREATE CONSTRAINT TRIGGER by_correction AFTER ${on} DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_correction(${key});
`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(removable)) {
      await runner.query(
        `DROP TRIGGER in_correction ON ${table}; DROP TRIGGER by_correction ON ${table}`,
      );
    }
    await runner.query(`
DROP TRIGGER append_only ON stage_transition;
DROP TRIGGER by_correction ON stage_transition;
DROP FUNCTION require_correction;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON stage_transition
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_stage();
`);
  }
}
