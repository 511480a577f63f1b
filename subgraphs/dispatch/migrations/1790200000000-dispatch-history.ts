import type { MigrationInterface, QueryRunner } from "typeorm";
import { dropHistoryTables, historyTables } from "../../kit/history/history-tables.sql";

/** What was on record of dispatches, from this migration on. */
export class DispatchHistory1790200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(historyTables("dispatch"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropHistoryTables("dispatch"));
  }
}
