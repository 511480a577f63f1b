import type { StartedPeriod } from "../../kit/rules/period";
import { brokenRules, type Rule, type Rules } from "../../kit/rules/rule";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { type CohortFacts, insideCohortRules, shownDays, shownPeriod } from "./cohort.rules";
import type { FellowFacts } from "./fellow.rules";
import type { FellowSheetRow } from "./fellow.sheet";
import type { CohortOnRecord } from "./on-record.service";
import { statusBy, wholeFellowRules } from "./whole-fellow.rules";

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
export function statusOf(row: FellowSheetRow): FellowFacts["status"] {
  return statusBy({ completedOn: row.completed_on, withdrawnOn: row.withdrawn_on });
}

/** The rules of a row: those of a whole fellow, then those on what is on record. */
export function importedFellowRules(
  row: FellowSheetRow,
  { today, cohort, recorded, placements }: ImportedFellowFacts,
): Rules<FellowshipErrorCode> {
  const fellow = {
    fellowNumber: row.fellow_number,
    name: row.name,
    sendingAgency: row.sending_agency,
    admittedOn: row.admitted_on,
    completedOn: row.completed_on,
    withdrawnOn: row.withdrawn_on,
    withdrawalReason: row.withdrawal_reason,
  };
  const { sendingCountry } = cohort;
  const facts = { today, sendingCountry, cohort, isNumberTaken: false, placements };
  return [
    wholeFellowRules(fellow, facts),
    recorded ? [endStaysRule(recorded, statusOf(row))] : [],
    holdsPlacementsRules(row.admitted_on, cohort, placements),
  ];
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
