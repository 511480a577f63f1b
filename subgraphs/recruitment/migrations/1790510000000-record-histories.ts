import { RecordHistories } from "../../kit/history/record-histories";

/** What was on record of all that the ministry records, from this migration on. `stage_transition` has a column of that name already, and no history. */
export class RecordHistories1790510000000 extends RecordHistories {
  protected readonly tables = [
    "applicant",
    "evaluator",
    "list_request",
    "solicitation",
    "solicitation_category",
    "application",
    "application_category",
    "selected_category",
    "evaluation",
    "evaluation_score",
    "recruitment_training_course",
    "candidate_enrolment",
    "engagement",
  ];
  protected override readonly earlier = ["registration"];
}
