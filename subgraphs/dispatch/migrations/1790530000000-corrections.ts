import type { MigrationInterface, QueryRunner } from "typeorm";
import { dropOnlyWithReason, onlyWithReason } from "../../kit/mutation/only-with-reason.sql";

/**
 * Corrections: records are removed, and extensions changed, with a reason alone. Which agency somebody left from can be put
 * right together with the agency itself: it is checked once both are written.
 */
export class DispatchCorrections1790530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE dispatch ALTER CONSTRAINT dispatch_from_home_agency DEFERRABLE INITIALLY IMMEDIATE;
${onlyWithReason("official", "DELETE")}
${onlyWithReason("official_home_agency", "DELETE", ["official_id", "from_date"])}
${onlyWithReason("dispatch", "DELETE")}
${onlyWithReason("dispatch_extension", "UPDATE OR DELETE", ["dispatch_id", "previous_to"])}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
${["dispatch_extension", "dispatch", "official_home_agency", "official"].map(dropOnlyWithReason).join("")}
ALTER TABLE dispatch ALTER CONSTRAINT dispatch_from_home_agency NOT DEFERRABLE;
`);
  }
}
