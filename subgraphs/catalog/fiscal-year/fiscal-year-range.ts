import { ApiError } from "../../kit/errors";
import { FiscalYear } from "./fiscal-year";

/**
 * The first fiscal year that began after the Public Finance Act and the National Public Service Act were fully in
 * force.
 */
export const firstFiscalYear = 1948;

/** The last fiscal year the graph covers. */
export const lastFiscalYear = 2100;

/** The fiscal year, or `null` outside 1948–2100. */
export function findFiscalYear(year: number | null): FiscalYear | null {
  return year !== null && year >= firstFiscalYear && year <= lastFiscalYear
    ? new FiscalYear(year)
    : null;
}

/**
 * The fiscal years from `from` to `to`, both included.
 * @throws ApiError INVALID_FISCAL_YEAR outside 1948–2100 or backwards
 */
export function fiscalYearRange(from: number, to: number): FiscalYear[] {
  if (from < firstFiscalYear || to > lastFiscalYear || from > to) {
    const expected = `Expected fiscal years from ${firstFiscalYear} to ${lastFiscalYear}`;
    throw new ApiError(
      "INVALID_FISCAL_YEAR",
      from === to
        ? `${expected}, received ${from}.`
        : `${expected} with from <= to, received from ${from} to ${to}.`,
    );
  }
  return Array.from({ length: to - from + 1 }, (_unused, index) => new FiscalYear(from + index));
}

/** The numbers of all fiscal years that the graph covers. */
export const fiscalYearNumbers: ReadonlySet<string> = new Set(
  fiscalYearRange(firstFiscalYear, lastFiscalYear).map(({ year }) => String(year)),
);

/** The fiscal year a day lies in. */
export function fiscalYearOfDay(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= "04-01" ? year : year - 1;
}
