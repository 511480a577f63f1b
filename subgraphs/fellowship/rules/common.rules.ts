import { expectedNumber, isNumber } from "../../kit/number-form";
import { isPlainText, receivedText, type TextKind } from "../../kit/plain-text";
import { type FellowshipRefusal, refusal } from "../error/refusal";
import { dayAfter, endsBy, type Period, shownDays, type StartedPeriod } from "./period";

/** The longest names, in characters. */
export const longestName = 200;

/** The longest reasons, in characters. */
export const longestReason = 2_000;

/** A cohort as the rules see it. */
export interface CohortFacts {
  readonly id: string;
  readonly period: Period;
}

/** A text must hold something that can be seen, and not too much; spaces around it do not count. */
export function checkText(
  text: string,
  longest: number,
  field: string,
  kind: TextKind = "line",
): FellowshipRefusal[] {
  if (isPlainText(text, longest, kind)) return [];
  const received = receivedText(text, longest, kind);
  return [refusal("INVALID_TEXT", `${expectedText(longest)}, received ${received}.`, field)];
}

/** A number that somebody is known by; spaces around it do not count. */
export function checkNumber(text: string, longest: number, field: string): FellowshipRefusal[] {
  if (isNumber(text.trim(), longest)) return [];
  const message = `Expected ${expectedNumber(longest)}, received ${receivedText(text, longest)}.`;
  return [refusal("INVALID_TEXT", message, field)];
}

/** Why somebody did something: a text that may span lines. */
export function checkReason(reason: string, field: string): FellowshipRefusal[] {
  return checkText(reason, longestReason, field, "lines");
}

/** What a constraint on a text means, where it refuses one that the rules let through. */
export function textRefused(longest: number, field: string): FellowshipRefusal {
  const message = `${expectedText(longest)}, received one that the database refuses.`;
  return refusal("INVALID_TEXT", message, field);
}

function expectedText(longest: number): string {
  return `Expected a text of 1–${longest} characters that can be read`;
}

/** What has happened is not dated after today. */
export function checkHappened(day: string, today: string, field: string): FellowshipRefusal[] {
  if (day <= today) return [];
  const message = `Expected a day up to today, ${today}, received ${day}.`;
  return [refusal("DATE_IN_FUTURE", message, field)];
}

/** A period ends after it begins. */
export function checkPeriod({ from, to }: StartedPeriod): FellowshipRefusal[] {
  if (to === null || from < to) return [];
  const message = `Expected a day after ${from}, on which it begins, received ${to}.`;
  return [refusal("INVALID_PERIOD", message, "to")];
}

/** A period lies inside the cohort's; an open one, only where the cohort's end is not known. */
export function checkInsideCohort(period: StartedPeriod, cohort: CohortFacts): FellowshipRefusal[] {
  const { to } = cohort.period;
  const refusals = checkDayInCohort(period.from, cohort, "from");
  if (to !== null && !endsBy(period, to)) {
    const received = period.to ?? "null, which is open";
    const message = `Expected a day up to ${to}, the day after the last of cohort ${cohort.id}, received ${received}.`;
    refusals.push(refusal("OUTSIDE_COHORT_PERIOD", message, "to"));
  }
  return refusals;
}

/** A day lies inside the cohort's period. */
export function checkDayInCohort(
  day: string,
  { id, period }: CohortFacts,
  field: string,
): FellowshipRefusal[] {
  const begun = period.from === null || period.from <= day;
  const over = endsBy(period, day);
  if (begun && !over) return [];
  const message = `Expected a day of cohort ${id}, from ${shownDays(period)}, received ${day}.`;
  return [refusal("OUTSIDE_COHORT_PERIOD", message, field)];
}

/** A day is not after the cohort's last; before its first, it may be. */
export function checkNotAfterCohort(
  day: string,
  { id, period }: CohortFacts,
  field: string,
): FellowshipRefusal[] {
  if (!endsBy(period, day)) return [];
  const message = `Expected a day before ${period.to ?? ""}, the day after the last of cohort ${id}, received ${day}.`;
  return [refusal("OUTSIDE_COHORT_PERIOD", message, field)];
}

/** Whether a period goes on after a day that is to be the last. */
export function runsOnAfter(period: Period, lastDay: string): boolean {
  return !endsBy(period, dayAfter(lastDay));
}
