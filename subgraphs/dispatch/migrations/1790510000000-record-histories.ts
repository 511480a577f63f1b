import { RecordHistories } from "../../kit/history/record-histories";

/** What was on record of organizations, officials and their home agencies, and extensions, from this migration on. */
export class RecordHistories1790510000000 extends RecordHistories {
  protected readonly tables = [
    "organization",
    "official",
    "official_home_agency",
    "dispatch_extension",
  ];
  protected override readonly earlier = ["dispatch"];
}
