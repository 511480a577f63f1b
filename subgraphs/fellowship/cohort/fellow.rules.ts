import { agencyRules } from "../../catalog/rules/area.rules";
import { shown } from "../../kit/errors";
import { notInFuture } from "../../kit/rules/day.rules";
import type { StartedPeriod } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { nameRule, noteRule, numberRule } from "../../kit/rules/text.rules";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import {
  type CohortFacts,
  dayInCohortRule,
  notAfterCohortRule,
  runsOnAfter,
  shownPeriod,
} from "./cohort.rules";
import type { Fellow } from "./fellow";

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
export type FellowFacts = Readonly<
  Pick<Fellow, "fellowNumber" | "status" | "admittedOn" | "completedOn" | "withdrawnOn">
>;

/** What the rules on the end of a fellowship ask. */
export interface FellowshipEndFacts {
  readonly today: string;
  readonly fellow: FellowFacts;
  readonly cohort: CohortFacts;
}

/** Admission: a number of one's own, an agency of the sending country, a past day not after the cohort. */
export function admissionRules(
  { fellowNumber, name, sendingAgency, admittedOn }: FellowValues,
  { today, sendingCountry, cohort, isNumberTaken }: AdmissionFacts,
): Rules<FellowshipErrorCode> {
  return [
    numberRule(fellowNumber, "fellowNumber", longestFellowNumber),
    {
      holds: !isNumberTaken,
      code: "FELLOW_NUMBER_TAKEN",
      message: `Expected a number that no fellow has, received ${shown(fellowNumber)}.`,
      at: "fellowNumber",
    },
    nameRule(name, "name"),
    agencyRules(sendingAgency, "sendingAgency", {
      country: sendingCountry,
      foreign: "NOT_A_SENDING_AGENCY",
    }),
    notInFuture(admittedOn, today, "admittedOn"),
    notAfterCohortRule(admittedOn, cohort, "admittedOn"),
  ];
}

/** Completion: of an admitted fellow, on a past day of the cohort, after which no placement goes on. */
export function completionRules(
  lastDay: string,
  facts: FellowshipEndFacts,
  placements: readonly StartedPeriod[],
): Rules<FellowshipErrorCode> {
  return [
    endOfFellowshipRules(lastDay, facts),
    dayInCohortRule(lastDay, facts.cohort, "lastDay"),
    placementsEndRule(lastDay, placements),
  ];
}

/** Withdrawal: of an admitted fellow, on a past day not after the cohort, with a reason. */
export function withdrawalRules(
  { lastDay, reason }: { readonly lastDay: string; readonly reason: string },
  facts: FellowshipEndFacts,
): Rules<FellowshipErrorCode> {
  return [
    endOfFellowshipRules(lastDay, facts),
    notAfterCohortRule(lastDay, facts.cohort, "lastDay"),
    noteRule(reason, "reason"),
  ];
}

/** No placement goes on after the last day of the fellowship. */
export function placementsEndRule(
  lastDay: string,
  placements: readonly StartedPeriod[],
): Rule<FellowshipErrorCode> {
  const goingOn = placements.find((placement) => runsOnAfter(placement, lastDay));
  return {
    holds: goingOn === undefined,
    code: "PLACEMENT_RUNS_ON",
    message: `Expected a day after which no placement goes on, as does one from ${goingOn ? shownPeriod(goingOn) : ""}, received ${lastDay}.`,
    at: "lastDay",
  };
}

/**
 * A withdrawal cancels the placements that were to begin after its last day, also those whose first day has passed by
 * today: by that day the person was no longer a fellow. One that was ended did begin, so it contradicts such a last day.
 */
export function noneEndedAfterRule(
  lastDay: string,
  placements: readonly (StartedPeriod & { readonly endReason: string | null })[],
): Rule<FellowshipErrorCode> {
  const ended = placements.find(({ from, endReason }) => from > lastDay && endReason !== null);
  return {
    holds: ended === undefined,
    code: "ALREADY_ENDED",
    message: `Expected a day from ${ended?.from ?? ""}, on which a placement begins that was ended, received ${lastDay}.`,
    at: "lastDay",
  };
}

/** A day is not before the fellow's admission. */
export function sinceAdmissionRule(
  day: string,
  { admittedOn }: Pick<FellowFacts, "admittedOn">,
  at: string,
): Rule<FellowshipErrorCode> {
  return {
    holds: day >= admittedOn,
    code: "BEFORE_ADMISSION",
    message: `Expected a day from ${admittedOn}, on which the fellow was admitted, received ${day}.`,
    at,
  };
}

function endOfFellowshipRules(
  lastDay: string,
  { today, fellow }: FellowshipEndFacts,
): Rules<FellowshipErrorCode> {
  return [
    admittedRule(fellow),
    notInFuture(lastDay, today, "lastDay"),
    sinceAdmissionRule(lastDay, fellow, "lastDay"),
  ];
}

function admittedRule(fellow: FellowFacts): Rule<FellowshipErrorCode> {
  const { status, fellowNumber, completedOn, withdrawnOn } = fellow;
  const isCompleted = status === "COMPLETED";
  const ended = isCompleted
    ? `completed the fellowship on ${completedOn ?? ""}`
    : `withdrew on ${withdrawnOn ?? ""}`;
  return {
    holds: status === "ADMITTED",
    code: isCompleted ? "FELLOWSHIP_COMPLETED" : "FELLOW_WITHDRAWN",
    message: `Expected a fellow who is admitted, received ${fellowNumber}, who ${ended}.`,
    at: "id",
  };
}
