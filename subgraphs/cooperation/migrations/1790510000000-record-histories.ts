import { RecordHistories } from "../../kit/history/record-histories";

/** What was on record of all that the office records, from this migration on. */
export class RecordHistories1790510000000 extends RecordHistories {
  protected readonly tables = [
    "network_membership",
    "network_chair",
    "network_event",
    "network_event_participation",
    "network_event_presentation",
    "work_plan",
    "project",
    "project_state_change",
    "training_edition",
    "training_participation",
    "invitation",
  ];
}
