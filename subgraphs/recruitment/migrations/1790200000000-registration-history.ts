import type { MigrationInterface, QueryRunner } from "typeorm";
import { dropHistoryTables, historyTables } from "../../kit/history/history-tables.sql";

/** What was on record of registrations, from this migration on. */
export class RegistrationHistory1790200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(historyTables("registration"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropHistoryTables("registration"));
  }
}
