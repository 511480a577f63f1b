import { inRange } from "../../catalog/rules/day.rules";
import { brokenRules, type Rules } from "../../kit/rules/rule";

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
export function consultationRules(
  from: string,
  to: string,
  npaConsultedOn: string | null,
  at: string,
): Rules<"CONSULTATION_MISSING"> {
  if (brokenRules(inRange(from, at)).length > 0) return [];
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
