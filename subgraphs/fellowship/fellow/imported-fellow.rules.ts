import type { CohortOnRecord } from "../cohort/cohorts-on-record";
import { atFields, type FellowshipRefusal, refusal } from "../error/refusal";
import type { StartedPeriod } from "../rules/period";
import { checkEndStays, checkHoldsPlacements } from "./fellow-correction.rules";
import type { FellowSheetRow } from "./fellow-sheet";
import {
  checkAdmission,
  checkCompletion,
  checkPlacementsEnd,
  checkWithdrawal,
  type FellowFacts,
} from "./fellow.rules";

/** What the rules on a row about a fellow ask. */
export interface ImportedFellowFacts {
  readonly today: string;
  readonly cohort: CohortOnRecord;
  /** The fellow as on record; `undefined`: a new one. */
  readonly recorded: FellowFacts | undefined;
  /** The placements on record that were not cancelled. */
  readonly placements: readonly StartedPeriod[];
}

/** How far a fellow has come by a row. */
export function statusOf({ completed_on, withdrawn_on }: FellowSheetRow): FellowFacts["status"] {
  if (completed_on !== null) return "COMPLETED";
  return withdrawn_on === null ? "ADMITTED" : "WITHDRAWN";
}

/** The rules a row breaks: those on admission, then those on the end, then those on what is on record. */
export function checkImportedFellow(
  row: FellowSheetRow,
  { today, cohort, recorded, placements }: ImportedFellowFacts,
): FellowshipRefusal[] {
  const values = {
    fellowNumber: row.fellow_number,
    name: row.name,
    sendingAgency: row.sending_agency,
    admittedOn: row.admitted_on,
  };
  const { sendingCountry } = cohort;
  return [
    ...checkAdmission(values, { today, sendingCountry, cohort, isNumberTaken: false }),
    ...checkEnd(row, { today, cohort, recorded, placements }),
    ...(recorded ? checkEndStays(recorded, statusOf(row)) : []),
    ...checkHoldsPlacements(row.admitted_on, cohort, placements),
  ];
}

/** A fellowship is completed or withdrawn from, by the rules for one that goes on; or neither. */
function checkEnd(
  { fellow_number, admitted_on, completed_on, withdrawn_on, withdrawal_reason }: FellowSheetRow,
  { today, cohort, placements }: ImportedFellowFacts,
): FellowshipRefusal[] {
  const fellow: FellowFacts = {
    fellowNumber: fellow_number,
    status: "ADMITTED",
    admittedOn: admitted_on,
    completedOn: null,
    withdrawnOn: null,
  };
  const facts = { today, fellow, cohort, placements };
  if (withdrawn_on === null) {
    const message = "Expected nothing where withdrawn_on is empty, received a reason.";
    const reason =
      withdrawal_reason === null ? [] : [refusal("INVALID_TEXT", message, "withdrawalReason")];
    if (completed_on === null) return reason;
    const completion = checkCompletion(completed_on, facts);
    return [...atFields(completion, { lastDay: "completedOn" }), ...reason];
  }
  if (completed_on !== null) {
    const message = `Expected nothing beside completed_on, received ${withdrawn_on}.`;
    return [refusal("FELLOWSHIP_COMPLETED", message, "withdrawnOn")];
  }
  const withdrawal = { lastDay: withdrawn_on, reason: withdrawal_reason ?? "" };
  return atFields(
    [...checkWithdrawal(withdrawal, facts), ...checkPlacementsEnd(withdrawn_on, placements)],
    { lastDay: "withdrawnOn", reason: "withdrawalReason" },
  );
}
