import { RecordHistories } from "../../kit/history/record-histories";

/** What was on record of cohorts, their schedules, fellows and placements, from this migration on. */
export class RecordHistories1790510000000 extends RecordHistories {
  protected readonly tables = ["cohort", "phase_schedule", "fellow", "placement"];
}
