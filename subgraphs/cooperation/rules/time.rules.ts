import { firstDay, lastDay } from "../../catalog/facts/partial-date";
import {
  findFiscalYear,
  firstFiscalYear,
  lastFiscalYear,
} from "../../catalog/fiscal-year/fiscal-year-range";
import { type CooperationRefusal, type Optional, unless } from "../error/refusal";

/** The first day of the fiscal years that the graph covers. */
const earliest = `${firstFiscalYear}-04-01`;
/** The last day of the fiscal years that the graph covers. */
const latest = `${lastFiscalYear + 1}-03-31`;

/**
 * Dates lie in fiscal years that the graph covers; one known only to the year or month with every day it may mean.
 * They are given by the fields of the input that hold them.
 */
export function checkDates(
  dates: Readonly<Record<string, Optional<string>>>,
): CooperationRefusal[] {
  return Object.entries(dates).flatMap(([field, date]) => {
    const holds = date == null || (firstDay(date) >= earliest && lastDay(date) <= latest);
    const message = `Expected a date from ${earliest} to ${latest}, received ${date ?? ""}.`;
    return unless(holds, "DATE_OUT_OF_RANGE", message, field);
  });
}

/** A period `[from, to)` lasts at least a day. */
export function checkPeriod(
  from: string,
  to: Optional<string>,
  field = "to",
): CooperationRefusal[] {
  const message = `Expected a day after ${from}, received ${to ?? ""}.`;
  return unless(to == null || to > from, "INVALID_PERIOD", message, field);
}

/** What has happened lies not after today. */
export function checkPast(day: string, today: string, field: string): CooperationRefusal[] {
  const message = `Expected a day not after today, ${today}, received ${day}.`;
  return unless(day <= today, "DATE_IN_FUTURE", message, field);
}

/** A step does not come before the one it follows. */
export function checkOrder(day: string, earlier: string, field: string): CooperationRefusal[] {
  const message = `Expected a day not before ${earlier}, received ${day}.`;
  return unless(day >= earlier, "DATE_OUT_OF_ORDER", message, field);
}

/** The graph covers the fiscal year. */
export function checkFiscalYear(year: number, field: string): CooperationRefusal[] {
  const message = `Expected a fiscal year from ${firstFiscalYear} to ${lastFiscalYear}, received ${year}.`;
  return unless(findFiscalYear(year) !== null, "INVALID_FISCAL_YEAR", message, field);
}

/** A day lies in a fiscal year, 1 April to 31 March. */
export function checkInFiscalYear(day: string, year: number, field: string): CooperationRefusal[] {
  const [first, last] = [`${year}-04-01`, `${year + 1}-03-31`];
  const message = `Expected a day from ${first} to ${last}, received ${day}.`;
  return unless(day >= first && day <= last, "OUTSIDE_FISCAL_YEAR", message, field);
}
