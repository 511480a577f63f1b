import { firstFiscalYear, lastFiscalYear } from "../../catalog/fiscal-year/fiscal-year-range";
import { type FellowshipRefusal, refusal } from "../error/refusal";
import { endsBy, type Period, shownDays } from "../rules/period";

const firstDay = `${firstFiscalYear}-04-01`;
const lastDay = `${lastFiscalYear + 1}-03-31`;

/** The days of a cohort that the office opens, both included. */
export interface CohortValues {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Something that must lie inside the cohort's period, and what it is, with its days. */
export interface CohortUse extends Period {
  readonly what: string;
}

/** A cohort's number is 1 or more. */
export function checkCohortNumber(number: number): FellowshipRefusal[] {
  if (number >= 1) return [];
  const message = `Expected a number from 1, received ${number}.`;
  return [refusal("INVALID_COHORT_NUMBER", message, "number")];
}

/** A cohort does not end before it begins, and lies inside the fiscal years the graph covers. */
export function checkCohortDays({ startsOn, endsOn }: CohortValues): FellowshipRefusal[] {
  const refusals: FellowshipRefusal[] = [];
  if (startsOn < firstDay || startsOn > lastDay) {
    const message = `Expected a day from ${firstDay} to ${lastDay}, received ${startsOn}.`;
    refusals.push(refusal("INVALID_PERIOD", message, "startsOn"));
  }
  if (startsOn <= lastDay && (endsOn < startsOn || endsOn > lastDay)) {
    const message = `Expected a day from ${startsOn}, on which it begins, to ${lastDay}, received ${endsOn}.`;
    refusals.push(refusal("INVALID_PERIOD", message, "endsOn"));
  }
  return refusals;
}

/** A cohort's new period holds all there is in it. */
export function checkUses(period: Period, uses: readonly CohortUse[]): FellowshipRefusal[] {
  const { from: first, to: end } = period;
  const before = uses.find(({ from }) => first !== null && from !== null && from < first);
  const after = uses.find((use) => end !== null && !endsBy(use, end));
  const refused = (field: string, { what }: CohortUse) => {
    const message = `Expected a period that holds ${what}, received one from ${shownDays(period)}.`;
    return refusal("COHORT_PERIOD_IN_USE", message, field);
  };
  return [
    ...(before ? [refused("startsOn", before)] : []),
    ...(after ? [refused("endsOn", after)] : []),
  ];
}
