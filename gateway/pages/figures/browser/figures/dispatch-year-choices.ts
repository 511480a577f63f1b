import type { PageLanguage } from "../../../shared/page-language";
import type { Label } from "../../shared/model/label";
import type { Words } from "../../shared/words/words";
import { dispatchYears } from "../../shared/operations/dispatch-years";
import type { Ask } from "./figure";

/** The fiscal years that can be chosen, the latest first, and the one that is shown where none is. */
export interface YearChoices {
  readonly choices: readonly Label[];
  readonly usual: string;
}

/**
 * The fiscal years of dispatches: from the first that was published to the last that is over, those in between included,
 * of which there may be nothing. Shown first is the last whose split was published, else the last with any number.
 */
export async function dispatchYearChoices(
  ask: Ask,
  language: PageLanguage,
  split: string,
  words: Words,
): Promise<YearChoices> {
  const { dispatchFigures, dispatchStatistics } = await ask(dispatchYears, {
    language: language.toUpperCase(),
  });
  const published = dispatchFigures.nodes.flatMap(({ fiscalYear, dimension }) =>
    fiscalYear ? [{ ...fiscalYear, dimension }] : [],
  );
  const numbers = published.map(({ year }) => year);
  const { covers } = dispatchStatistics;
  const last = Math.max(...numbers, ...(covers ? [lastYearOver(covers.to)] : []));
  const first = Math.min(...numbers, last);
  const names = new Map(published.map(({ year, name }) => [year, name]));
  const choices = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = last - index;
    return { code: String(year), name: words.year(String(year), names.get(year)) };
  });
  const ofSplit = published.filter(({ dimension }) => dimension === split).map(({ year }) => year);
  const usual = ofSplit.length > 0 ? Math.max(...ofSplit) : Math.max(...numbers);
  return { choices, usual: String(usual) };
}

/** The last fiscal year whose 31 March has come by a day. */
function lastYearOver(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return month > 3 || (month === 3 && date === 31) ? year - 1 : year - 2;
}
