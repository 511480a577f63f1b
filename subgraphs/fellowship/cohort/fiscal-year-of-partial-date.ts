import { firstDay, lastDay } from "../../catalog/facts/partial-date";
import { fiscalYearOfDay } from "../../catalog/fiscal-year/fiscal-year-range";

/** The fiscal year in which every day a partial date may stand for lies; `null` where there are two. */
export function fiscalYearOfPartialDate(partial: string): number | null {
  const year = fiscalYearOfDay(firstDay(partial));
  return year === fiscalYearOfDay(lastDay(partial)) ? year : null;
}
