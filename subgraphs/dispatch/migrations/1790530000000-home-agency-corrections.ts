import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which agency somebody left from can be put right together with the agency itself: it is checked once both are written. */
export class HomeAgencyCorrections1790530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE dispatch ALTER CONSTRAINT dispatch_from_home_agency DEFERRABLE INITIALLY IMMEDIATE",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE dispatch ALTER CONSTRAINT dispatch_from_home_agency NOT DEFERRABLE",
    );
  }
}
