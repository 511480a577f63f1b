import { firstFiscalYear, lastFiscalYear } from "../../catalog/fiscal-year/fiscal-year-range";
import type { Rule } from "./broken-rules";

/** The first and last day of the fiscal years the graph covers. */
const covered = { first: `${firstFiscalYear}-04-01`, last: `${lastFiscalYear + 1}-03-31` };

/** A day lies in the fiscal years the graph covers. */
export function inRange(day: string, at: string): Rule {
  return {
    holds: day >= covered.first && day <= covered.last,
    code: "DATE_OUT_OF_RANGE",
    message: `Expected a day from ${covered.first} to ${covered.last}, received ${day}.`,
    at,
  };
}

/** What has happened lies on no later day than today. */
export function notInFuture(day: string, today: string, at: string): Rule {
  return {
    holds: day <= today,
    code: "DATE_IN_FUTURE",
    message: `Expected a day up to today, ${today}, received ${day}.`,
    at,
  };
}

/** What follows from something lies on its day or later; `what` says what that day is. */
export function notBefore(day: string, earliest: string, what: string, at: string): Rule {
  return {
    holds: day >= earliest,
    code: "DATE_TOO_EARLY",
    message: `Expected ${earliest}, ${what}, or a later day, received ${day}.`,
    at,
  };
}

/** A period `[from, to)` has at least one day. */
export function periodRule(from: string, to: string | null | undefined, at: string): Rule {
  return {
    holds: to == null || to > from,
    code: "INVALID_PERIOD",
    message: `Expected a day after ${from}, the first day, received ${to ?? "none"}: it is the first day on which it no longer holds.`,
    at,
  };
}
