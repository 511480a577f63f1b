import { firstFiscalYear, lastFiscalYear } from "../../catalog/fiscal-year/fiscal-year-range";
import { dayAfter, dayBefore, type Period, type StartedPeriod } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { betweenRule } from "../../kit/rules/text.rules";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import type { Cohort } from "./cohort";

const firstDay = `${firstFiscalYear}-04-01`;
const largestNumber = 2_147_483_647;
const lastDay = `${lastFiscalYear + 1}-03-31`;

/** A cohort as the rules see it. */
export interface CohortFacts {
  readonly id: string;
  readonly period: Period;
}

/** The days of a cohort that the office opens, both included. */
export interface CohortValues {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Something that must lie inside the cohort's period, and what it is, with its days. */
export interface CohortUse extends Period {
  readonly what: string;
}

/**
 * A cohort as the rules see it. Its period runs from the earliest day its start may stand for through the latest its end
 * may stand for; it is open where the source does not say.
 */
export function factsOfCohort({
  id,
  startsEarliest,
  endsLatest,
}: Pick<Cohort, "id" | "startsEarliest" | "endsLatest">): CohortFacts {
  return {
    id,
    period: { from: startsEarliest, to: endsLatest === null ? null : dayAfter(endsLatest) },
  };
}

/** A cohort does not end before it begins, and lies inside the fiscal years the graph covers. */
export function cohortDaysRules({ startsOn, endsOn }: CohortValues): Rules<FellowshipErrorCode> {
  return [
    {
      holds: startsOn >= firstDay && startsOn <= lastDay,
      code: "INVALID_PERIOD",
      message: `Expected a day from ${firstDay} to ${lastDay}, received ${startsOn}.`,
      at: "startsOn",
    },
    {
      holds: startsOn > lastDay || (endsOn >= startsOn && endsOn <= lastDay),
      code: "INVALID_PERIOD",
      message: `Expected a day from ${startsOn}, on which it begins, to ${lastDay}, received ${endsOn}.`,
      at: "endsOn",
    },
  ];
}

/** A cohort's number is one from 1. */
export function cohortNumberRules(number: number): Rules<FellowshipErrorCode> {
  return [betweenRule(number, "number", 1, largestNumber)];
}

/** The office changes, and puts right, what it has opened; what a source states it does not. */
export function openedRule({
  id,
  sourceId,
}: Pick<Cohort, "id" | "sourceId">): Rule<FellowshipErrorCode> {
  return {
    holds: sourceId === null,
    code: "PUBLISHED_FACT",
    message: `Expected a cohort that the office opened, received ${id}, which ${sourceId ?? ""} states.`,
    at: "id",
  };
}

/** A cohort's new period holds all there is in it. */
export function usesRules(period: Period, uses: readonly CohortUse[]): Rules<FellowshipErrorCode> {
  const { from: first, to: end } = period;
  const early = uses.find(({ from }) => first !== null && from !== null && from < first);
  const late = uses.find((use) => end !== null && !endsBy(use, end));
  const holding = (use: CohortUse | undefined, at: string): Rule<FellowshipErrorCode> => ({
    holds: use === undefined,
    code: "COHORT_PERIOD_IN_USE",
    message: `Expected a period that holds ${use?.what ?? ""}, received one from ${shownDays(period)}.`,
    at,
  });
  return [holding(early, "startsOn"), holding(late, "endsOn")];
}

/** A period lies inside the cohort's; an open one, only where the cohort's end is not known. */
export function insideCohortRules(
  period: StartedPeriod,
  cohort: CohortFacts,
): Rules<FellowshipErrorCode> {
  const { to } = cohort.period;
  return [
    dayInCohortRule(period.from, cohort, "from"),
    {
      holds: to === null || endsBy(period, to),
      code: "OUTSIDE_COHORT_PERIOD",
      message: `Expected a day up to ${to ?? ""}, the day after the last of cohort ${cohort.id}, received ${period.to ?? "null, which is open"}.`,
      at: "to",
    },
  ];
}

/** A day lies inside the cohort's period. */
export function dayInCohortRule(
  day: string,
  { id, period }: CohortFacts,
  at: string,
): Rule<FellowshipErrorCode> {
  return {
    holds: (period.from === null || period.from <= day) && !endsBy(period, day),
    code: "OUTSIDE_COHORT_PERIOD",
    message: `Expected a day of cohort ${id}, from ${shownDays(period)}, received ${day}.`,
    at,
  };
}

/** A day is not after the cohort's last; before its first, it may be. */
export function notAfterCohortRule(
  day: string,
  { id, period }: CohortFacts,
  at: string,
): Rule<FellowshipErrorCode> {
  return {
    holds: !endsBy(period, day),
    code: "OUTSIDE_COHORT_PERIOD",
    message: `Expected a day before ${period.to ?? ""}, the day after the last of cohort ${id}, received ${day}.`,
    at,
  };
}

/** Whether a period goes on after a day that is to be the last. */
export function runsOnAfter(period: Period, lastDay: string): boolean {
  return !endsBy(period, dayAfter(lastDay));
}

/** A period as a message shows it after `from`: by the days of its fields. It does not include the second one. */
export function shownPeriod({ from, to }: StartedPeriod): string {
  return to === null ? `${from} on` : `${from} to before ${to}`;
}

/** A period as a message shows it after `from`: by its first and last day, which a cohort's fields give. */
export function shownDays({ from, to }: Period): string {
  return `${from ?? "an unknown day"} to ${to === null ? "an unknown day" : dayBefore(to)}`;
}

/** Whether a period ends on `day` or earlier. */
function endsBy({ to }: Period, day: string): boolean {
  return to !== null && to <= day;
}
