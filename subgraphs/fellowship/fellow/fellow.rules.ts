import { catalog } from "../../catalog/catalog";
import { shown } from "../../kit/errors";
import { type FellowshipRefusal, refusal } from "../error/refusal";
import {
  checkDayInCohort,
  checkHappened,
  checkNotAfterCohort,
  checkNumber,
  checkReason,
  checkText,
  type CohortFacts,
  longestName,
  runsOnAfter,
} from "../rules/common.rules";
import { shownPeriod, type StartedPeriod } from "../rules/period";
import type { FellowStatus } from "./fellow-status";

/** The longest number of a fellow, in characters. */
export const longestFellowNumber = 50;

/** A fellow to admit. */
export interface FellowValues {
  readonly fellowNumber: string;
  readonly name: string;
  readonly sendingAgency: string;
  readonly admittedOn: string;
}

/** What the rules on admission ask. */
export interface AdmissionFacts {
  readonly today: string;
  /** The country that sends fellows to the program. */
  readonly sendingCountry: string;
  readonly cohort: CohortFacts;
  readonly isNumberTaken: boolean;
}

/** A fellow as the rules see one. */
export interface FellowFacts {
  readonly fellowNumber: string;
  readonly status: keyof typeof FellowStatus;
  readonly admittedOn: string;
  readonly completedOn: string | null;
  readonly withdrawnOn: string | null;
}

/** What the rules on the end of a fellowship ask. */
export interface FellowshipEndFacts {
  readonly today: string;
  readonly fellow: FellowFacts;
  readonly cohort: CohortFacts;
  /** The placements of the fellow that were not cancelled. */
  readonly placements: readonly StartedPeriod[];
}

/** Admission: a number of one's own, an agency of the sending country, a past day not after the cohort. */
export function checkAdmission(
  { fellowNumber, name, sendingAgency, admittedOn }: FellowValues,
  { today, sendingCountry, cohort, isNumberTaken }: AdmissionFacts,
): FellowshipRefusal[] {
  const taken = `Expected a number that no fellow has, received ${shown(fellowNumber)}.`;
  return [
    ...checkNumber(fellowNumber, longestFellowNumber, "fellowNumber"),
    ...(isNumberTaken ? [refusal("FELLOW_NUMBER_TAKEN", taken, "fellowNumber")] : []),
    ...checkText(name, longestName, "name"),
    ...checkSendingAgency(sendingAgency, sendingCountry),
    ...checkHappened(admittedOn, today, "admittedOn"),
    ...checkNotAfterCohort(admittedOn, cohort, "admittedOn"),
  ];
}

/** Completion: of an admitted fellow, on a past day of the cohort, after which no placement goes on. */
export function checkCompletion(lastDay: string, facts: FellowshipEndFacts): FellowshipRefusal[] {
  return [
    ...checkEndOfFellowship(lastDay, facts),
    ...checkDayInCohort(lastDay, facts.cohort, "lastDay"),
    ...checkPlacementsEnd(lastDay, facts.placements),
  ];
}

/** No placement goes on after the last day of the fellowship. */
export function checkPlacementsEnd(
  lastDay: string,
  placements: readonly StartedPeriod[],
): FellowshipRefusal[] {
  const goingOn = placements.find((placement) => runsOnAfter(placement, lastDay));
  if (!goingOn) return [];
  const message = `Expected a day after which no placement goes on, as does one from ${shownPeriod(goingOn)}, received ${lastDay}.`;
  return [refusal("PLACEMENT_RUNS_ON", message, "lastDay")];
}

/** Withdrawal: of an admitted fellow, on a past day not after the cohort, with a reason. */
export function checkWithdrawal(
  { lastDay, reason }: { readonly lastDay: string; readonly reason: string },
  facts: Omit<FellowshipEndFacts, "placements">,
): FellowshipRefusal[] {
  return [
    ...checkEndOfFellowship(lastDay, facts),
    ...checkNotAfterCohort(lastDay, facts.cohort, "lastDay"),
    ...checkReason(reason, "reason"),
  ];
}

/**
 * A withdrawal cancels the placements that were to begin after its last day, also those whose first day has passed by
 * today: by that day the fellow was none any more. One that was ended did begin, so it contradicts such a last day.
 */
export function checkNoneEndedAfter(
  lastDay: string,
  placements: readonly (StartedPeriod & { readonly endReason: string | null })[],
): FellowshipRefusal[] {
  const ended = placements.find(({ from, endReason }) => from > lastDay && endReason !== null);
  if (!ended) return [];
  const message = `Expected a day from ${ended.from}, on which a placement begins that was ended, received ${lastDay}.`;
  return [refusal("PLACEMENT_ENDED", message, "lastDay")];
}

function checkEndOfFellowship(
  lastDay: string,
  { today, fellow }: Omit<FellowshipEndFacts, "placements">,
): FellowshipRefusal[] {
  return [
    ...checkIsAdmitted(fellow),
    ...checkHappened(lastDay, today, "lastDay"),
    ...checkSinceAdmission(lastDay, fellow, "lastDay"),
  ];
}

/** A day is not before the fellow's admission. */
export function checkSinceAdmission(
  day: string,
  { admittedOn }: Pick<FellowFacts, "admittedOn">,
  field: string,
): FellowshipRefusal[] {
  if (day >= admittedOn) return [];
  const message = `Expected a day from ${admittedOn}, on which the fellow was admitted, received ${day}.`;
  return [refusal("BEFORE_ADMISSION", message, field)];
}

function checkIsAdmitted(fellow: FellowFacts): FellowshipRefusal[] {
  const { status, fellowNumber, completedOn, withdrawnOn } = fellow;
  const expected = `Expected a fellow who is admitted, received ${fellowNumber}, who`;
  switch (status) {
    case "ADMITTED":
      return [];
    case "COMPLETED": {
      const message = `${expected} completed the fellowship on ${completedOn ?? ""}.`;
      return [refusal("FELLOWSHIP_COMPLETED", message, "id")];
    }
    case "WITHDRAWN":
      return [refusal("FELLOW_WITHDRAWN", `${expected} withdrew on ${withdrawnOn ?? ""}.`, "id")];
  }
}

function checkSendingAgency(code: string, country: string): FellowshipRefusal[] {
  const agency = catalog.agencies.get(code);
  if (!agency) {
    const message = `Expected the code of an agency, received ${shown(code)}.`;
    return [refusal("UNKNOWN_AGENCY", message, "sendingAgency")];
  }
  if (agency.country.code === country) return [];
  const message = `Expected an agency of ${country}, which sends the fellows of the program, received ${code}.`;
  return [refusal("NOT_A_SENDING_AGENCY", message, "sendingAgency")];
}
