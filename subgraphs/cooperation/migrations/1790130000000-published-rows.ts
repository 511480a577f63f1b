import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Indexes of the rows that a source states. Who sees no others must not wait for the records of the office to be gone
 * through: their policies let conditions on periods use no index of all rows.
 */
export class PublishedRows1790130000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX network_membership_published ON network_membership (first_day, id)
  WHERE source_id IS NOT NULL;
CREATE INDEX network_chair_published ON network_chair (first_day, id) WHERE source_id IS NOT NULL;
CREATE INDEX network_event_published ON network_event ((coalesce(starts_earliest, 'infinity')), id)
  WHERE source_id IS NOT NULL;
CREATE INDEX invitation_published ON invitation ((coalesce(invited_on, 'infinity')), id)
  WHERE source_id IS NOT NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX invitation_published;
DROP INDEX network_event_published;
DROP INDEX network_chair_published;
DROP INDEX network_membership_published;
`);
  }
}
