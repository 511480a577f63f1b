import type { StartedPeriod } from "../../kit/rules/period";
import { brokenRules, movedTo, type Rule, type Rules } from "../../kit/rules/rule";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { type CohortFacts, insideCohortRules, shownDays, shownPeriod } from "./cohort.rules";
import {
  admissionRules,
  completionRules,
  type FellowFacts,
  placementsEndRule,
  withdrawalRules,
} from "./fellow.rules";
import type { FellowSheetRow } from "./fellow.sheet";
import type { CohortOnRecord } from "./on-record.service";

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

/** The rules of a row: those on admission, then those on the end, then those on what is on record. */
export function importedFellowRules(
  row: FellowSheetRow,
  { today, cohort, recorded, placements }: ImportedFellowFacts,
): Rules<FellowshipErrorCode> {
  const values = {
    fellowNumber: row.fellow_number,
    name: row.name,
    sendingAgency: row.sending_agency,
    admittedOn: row.admitted_on,
  };
  const { sendingCountry } = cohort;
  return [
    admissionRules(values, { today, sendingCountry, cohort, isNumberTaken: false }),
    endRules(row, { today, cohort, recorded, placements }),
    recorded ? [endStaysRule(recorded, statusOf(row))] : [],
    holdsPlacementsRules(row.admitted_on, cohort, placements),
  ];
}

/** A fellowship is completed or withdrawn from, by the rules for one that goes on; or neither. */
function endRules(
  { fellow_number, admitted_on, completed_on, withdrawn_on, withdrawal_reason }: FellowSheetRow,
  { today, cohort, placements }: ImportedFellowFacts,
): Rules<FellowshipErrorCode> {
  const fellow: FellowFacts = {
    fellowNumber: fellow_number,
    status: "ADMITTED",
    admittedOn: admitted_on,
    completedOn: null,
    withdrawnOn: null,
  };
  const facts = { today, fellow, cohort };
  if (withdrawn_on === null) {
    const completion =
      completed_on === null ? [] : completionRules(completed_on, facts, placements);
    return [
      movedTo({ lastDay: "completedOn" }, completion),
      {
        holds: withdrawal_reason === null,
        code: "INVALID_TEXT",
        message: "Expected nothing where withdrawn_on is empty, received a reason.",
        at: "withdrawalReason",
      },
    ];
  }
  if (completed_on !== null) {
    const message = `Expected nothing beside completed_on, received ${withdrawn_on}.`;
    return [{ holds: false, code: "FELLOWSHIP_COMPLETED", message, at: "withdrawnOn" }];
  }
  const withdrawal = { lastDay: withdrawn_on, reason: withdrawal_reason ?? "" };
  return movedTo({ lastDay: "withdrawnOn", reason: "withdrawalReason" }, [
    withdrawalRules(withdrawal, facts),
    placementsEndRule(withdrawn_on, placements),
  ]);
}

/** The end of a fellowship on record can be corrected, but not undone. */
function endStaysRule(
  recorded: FellowFacts,
  status: FellowFacts["status"],
): Rule<FellowshipErrorCode> {
  const [code, at, what, day] =
    recorded.status === "COMPLETED"
      ? (["FELLOWSHIP_COMPLETED", "completedOn", "completed", recorded.completedOn] as const)
      : (["FELLOW_WITHDRAWN", "withdrawnOn", "withdrawn from", recorded.withdrawnOn] as const);
  return {
    holds: recorded.status === "ADMITTED" || recorded.status === status,
    code,
    message: `Expected the last day of a fellowship that was ${what}, ${day ?? ""} on record, received none.`,
    at,
  };
}

/** The placements of a fellow on record still lie inside the cohort, from admission on. */
function holdsPlacementsRules(
  admittedOn: string,
  cohort: CohortFacts,
  placements: readonly StartedPeriod[],
): Rules<FellowshipErrorCode> {
  const early = placements.find(({ from }) => from < admittedOn);
  const outside = placements.find(
    (placement) => brokenRules(insideCohortRules(placement, cohort)).length > 0,
  );
  return [
    {
      holds: early === undefined,
      code: "BEFORE_ADMISSION",
      message: `Expected a day up to ${early?.from ?? ""}, on which a placement begins, received ${admittedOn}.`,
      at: "admittedOn",
    },
    {
      holds: outside === undefined,
      code: "OUTSIDE_COHORT_PERIOD",
      message: `Expected a cohort that holds the placement from ${outside ? shownPeriod(outside) : ""}, received ${cohort.id}, from ${shownDays(cohort.period)}.`,
      at: "cohort",
    },
  ];
}
