import { firstDay, lastDay } from "../dates/partial-date";
import { fiscalYearOfDay } from "./fiscal-year-range";

/** The fiscal year in which every day a partial date may stand for lies; `null` where there are two. */
export function fiscalYearOfPartialDate(partial: string): number | null {
  const year = fiscalYearOfDay(firstDay(partial));
  return year === fiscalYearOfDay(lastDay(partial)) ? year : null;
}
