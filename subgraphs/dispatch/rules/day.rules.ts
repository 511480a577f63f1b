import { firstFiscalYear, lastFiscalYear } from "../../catalog/fiscal-year/fiscal-year-range";
import type { Rule } from "./broken-rules";

/** The first and last day of the fiscal years the graph covers. */
const covered = { first: `${firstFiscalYear}-04-01`, last: `${lastFiscalYear + 1}-03-31` };

const isCovered = (day: string) => day >= covered.first && day <= covered.last;

/** A day lies in the fiscal years the graph covers. */
export function inRange(day: string, at: string): Rule {
  return {
    holds: isCovered(day),
    code: "DATE_OUT_OF_RANGE",
    message: `Expected a day from ${covered.first} to ${covered.last}, received ${day}.`,
    at,
  };
}

/** What has happened, if it has, lies on no later day than today. */
export function hasHappened(day: string | null, today: string, at: string): Rule[] {
  if (day === null) return [];
  const notInFuture: Rule = {
    holds: day <= today,
    code: "DATE_IN_FUTURE",
    message: `Expected a day up to today, ${today}, received ${day}.`,
    at,
  };
  return [inRange(day, at), notInFuture];
}

/**
 * The first day of a sixth year, so that a term `[day, fiveYearsOn(day))` has exactly five. Five years from 29 February
 * end with 28 February (Civil Code, art. 143 (2)), so the sixth begins on 1 March. For years of four digits, five years
 * on too.
 */
export function fiveYearsOn(day: string): string {
  const year = Number(day.slice(0, 4)) + 5;
  const sameDay = `${year}${day.slice(4)}`;
  return sameDay.endsWith("-02-29") ? `${year}-03-01` : sameDay;
}

/**
 * A term beyond five years needs consultation (Rule 18-0, art. 4). Days outside the range are refused as such, and not
 * counted from.
 */
export function consultationRule(
  from: string,
  to: string,
  npaConsultedOn: string | null,
  at: string,
): Rule[] {
  if (!isCovered(from)) return [];
  const sixthYear = fiveYearsOn(from);
  return [
    {
      holds: npaConsultedOn !== null || to <= sixthYear,
      code: "CONSULTATION_MISSING",
      message: `Expected the day of a consultation, as the term ends with ${to} and five years from ${from} with ${sixthYear}, received none.`,
      at,
    },
  ];
}
