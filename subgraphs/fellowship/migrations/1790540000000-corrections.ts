import type { MigrationInterface, QueryRunner } from "typeorm";
import { dropOnlyWithReason, onlyWithReason } from "../../kit/mutation/only-with-reason.sql";

const tables = ["cohort", "phase_schedule", "fellow", "placement"];

/** Corrections: records are removed with a reason alone. */
export class FellowshipCorrections1790540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables.map((table) => onlyWithReason(table, "DELETE")).join(""));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(tables.map(dropOnlyWithReason).join(""));
  }
}
