import { type FellowshipRefusal, refusal } from "../error/refusal";
import { checkInsideCohort, type CohortFacts } from "../rules/common.rules";
import { shownDays, shownPeriod, type StartedPeriod } from "../rules/period";
import type { FellowFacts } from "./fellow.rules";

/** Where a fellow on record is corrected as a whole: the end of a fellowship can be corrected, but not undone. */
export function checkEndStays(
  recorded: FellowFacts,
  status: FellowFacts["status"],
): FellowshipRefusal[] {
  if (recorded.status === "ADMITTED" || recorded.status === status) return [];
  const isCompleted = recorded.status === "COMPLETED";
  const [code, field, what, day] = isCompleted
    ? (["FELLOWSHIP_COMPLETED", "completedOn", "completed", recorded.completedOn] as const)
    : (["FELLOW_WITHDRAWN", "withdrawnOn", "withdrawn from", recorded.withdrawnOn] as const);
  const message = `Expected the last day of a fellowship that was ${what}, ${day ?? ""} on record, received none.`;
  return [refusal(code, message, field)];
}

/** The placements of a fellow on record still lie inside the cohort, from admission on. */
export function checkHoldsPlacements(
  admittedOn: string,
  cohort: CohortFacts,
  placements: readonly StartedPeriod[],
): FellowshipRefusal[] {
  const early = placements.find(({ from }) => from < admittedOn);
  const outside = placements.find((placement) => checkInsideCohort(placement, cohort).length > 0);
  const late = `Expected a day up to ${early?.from ?? ""}, on which a placement begins, received ${admittedOn}.`;
  const other = `Expected a cohort that holds the placement from ${outside ? shownPeriod(outside) : ""}, received ${cohort.id}, from ${shownDays(cohort.period)}.`;
  return [
    ...(early ? [refusal("BEFORE_ADMISSION", late, "admittedOn")] : []),
    ...(outside ? [refusal("OUTSIDE_COHORT_PERIOD", other, "cohort")] : []),
  ];
}
