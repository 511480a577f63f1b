import type { MigrationInterface, QueryRunner } from "typeorm";
import { dropHistoryTables, historyTables } from "./history-tables.sql";
import { dropRecordingIndex, recordingIndex } from "./recording-index.sql";

/** A migration that keeps what is on record in tables, and finds in each what was recorded since a moment. */
export abstract class RecordHistories implements MigrationInterface {
  /** The tables that get a history. */
  protected abstract readonly tables: readonly string[];
  /** Those that have one already. */
  protected readonly earlier: readonly string[] = [];

  async up(runner: QueryRunner): Promise<void> {
    for (const table of this.tables) await runner.query(historyTables(table));
    for (const table of [...this.earlier, ...this.tables]) {
      await runner.query(recordingIndex(table));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of this.earlier) await runner.query(dropRecordingIndex(table));
    // The index goes with its column.
    for (const table of [...this.tables].reverse()) await runner.query(dropHistoryTables(table));
  }
}
