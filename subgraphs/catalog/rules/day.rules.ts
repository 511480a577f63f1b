import { notInFuture } from "../../kit/rules/day.rules";
import type { Rule, Rules } from "../../kit/rules/rule";
import { firstDay, lastDay } from "../dates/partial-date";
import { findFiscalYear, firstFiscalYear, lastFiscalYear } from "../fiscal-year/fiscal-year-range";

/** The first and last day of the fiscal years the graph covers. */
const covered = { first: `${firstFiscalYear}-04-01`, last: `${lastFiscalYear + 1}-03-31` };

/** A date, if given, lies in the fiscal years the graph covers; of a vague one, every day that it may mean. */
export function inRange(date: string | null | undefined, at: string): Rules<"DATE_OUT_OF_RANGE"> {
  if (date == null) return [];
  const holds = firstDay(date) >= covered.first && lastDay(date) <= covered.last;
  const message = `Expected a date from ${covered.first} to ${covered.last}, received ${date}.`;
  return [{ holds, code: "DATE_OUT_OF_RANGE", message, at }];
}

/** Dates lie in the fiscal years the graph covers; they are given by the fields that hold them. */
export function datesInRange(
  dates: Readonly<Record<string, string | null | undefined>>,
): Rules<"DATE_OUT_OF_RANGE"> {
  return Object.entries(dates).map(([at, date]) => inRange(date, at));
}

/** What has happened, if it has, lies in the fiscal years covered and on no later day than today. */
export function hasHappened(
  day: string | null | undefined,
  today: string,
  at: string,
): Rules<"DATE_OUT_OF_RANGE" | "DATE_IN_FUTURE"> {
  return day == null ? [] : [inRange(day, at), notInFuture(day, today, at)];
}

/** The graph covers the fiscal year. */
export function fiscalYearRule(year: number, at: string): Rule<"INVALID_FISCAL_YEAR"> {
  return {
    holds: findFiscalYear(year) !== null,
    code: "INVALID_FISCAL_YEAR",
    message: `Expected a fiscal year from ${firstFiscalYear} to ${lastFiscalYear}, received ${year}.`,
    at,
  };
}

/** A day lies in a fiscal year, 1 April to 31 March. */
export function inFiscalYear(day: string, year: number, at: string): Rule<"OUTSIDE_FISCAL_YEAR"> {
  const [first, last] = [`${year}-04-01`, `${year + 1}-03-31`];
  return {
    holds: day >= first && day <= last,
    code: "OUTSIDE_FISCAL_YEAR",
    message: `Expected a day from ${first} to ${last}, received ${day}.`,
    at,
  };
}
