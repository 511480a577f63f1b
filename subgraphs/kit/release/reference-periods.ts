import { type Coverage, isCovered } from "../statistics/coverage";
import type { Measure } from "../statistics/measure";
import type { StatisticsPeriod } from "../statistics/statistics-period";

/** A period of which numbers are released, by its name in the register. */
export interface ReferencePeriod extends StatisticsPeriod {
  readonly name: string;
}

/** The fiscal year that a day is in: it begins on 1 April. */
export function fiscalYearOf(day: string): number {
  const [year, month] = day.split("-").map(Number);
  return (year ?? 0) - ((month ?? 0) < 4 ? 1 : 0);
}

/** The period of a name in the register. */
export function periodNamed(name: string): ReferencePeriod {
  if (name.startsWith("FY")) return { ...fiscalYearPeriod(Number(name.slice(2))), name };
  const isYear = name.endsWith("-03-31");
  return {
    ...(isYear ? fiscalYearPeriod(fiscalYearOf(name)) : { from: null, to: name, fiscalYear: null }),
    name,
  };
}

/** The name of a period in the register, whichever way it is asked for: the day of a stock, or the year of a flow. */
export function periodName(
  { time }: Pick<Measure, "time">,
  { to, fiscalYear }: Pick<StatisticsPeriod, "to" | "fiscalYear">,
): string | null {
  if (time.kind === "STOCK") return to;
  return fiscalYear === null ? null : `FY${fiscalYear}`;
}

/** A fiscal year as a period: of a stock, its 31 March. */
export function fiscalYearPeriod(fiscalYear: number): StatisticsPeriod {
  return { from: `${fiscalYear}-04-01`, to: `${fiscalYear + 1}-03-31`, fiscalYear };
}

/** The periods that a measure's records cover: of a stock each 31 March, of a flow each fiscal year that is over. */
export function yearlyPeriods(measure: Measure, coverage: Coverage | null): ReferencePeriod[] {
  if (!coverage) return [];
  const first = Number(coverage.from.slice(0, 4)) - 1;
  const last = Number(coverage.to.slice(0, 4));
  const years = Array.from({ length: last - first + 1 }, (_year, index) => first + index);
  return years.flatMap((year) => named(measure, fiscalYearPeriod(year), coverage));
}

/** The ends of quarters besides 31 March, as they end a date. */
export const quarterEnds = ["-06-30", "-09-30", "-12-31"] as const;

/** The other days on which the total of a stock is released: certain ones, and ends of quarters in years that are over. */
export function otherDays(measure: Measure, coverage: Coverage | null): ReferencePeriod[] {
  const { days = [], quarterEnds: isQuarterly = false } = measure.released ?? {};
  const ends = isQuarterly
    ? yearlyPeriods(measure, coverage).flatMap(({ fiscalYear }) =>
        quarterEnds.map((end) => `${fiscalYear ?? 0}${end}`),
      )
    : [];
  return [...days, ...ends].flatMap((day) =>
    named(measure, { from: null, to: day, fiscalYear: null }, coverage),
  );
}

function named(
  measure: Measure,
  period: StatisticsPeriod,
  coverage: Coverage | null,
): ReferencePeriod[] {
  const name = periodName(measure, period);
  // A day counts once it is over.
  const isOver = coverage !== null && period.to < coverage.to;
  return name !== null && isOver && isCovered(measure, period, coverage)
    ? [{ ...period, name }]
    : [];
}
