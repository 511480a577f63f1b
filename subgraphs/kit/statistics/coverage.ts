import { today } from "../clock";
import type { Measure } from "./measure";
import type { StatisticsPeriod } from "./statistics-period";

/** The first and the last day that records reach. */
export interface Coverage {
  readonly from: string;
  readonly to: string;
}

/**
 * The days covered by records that begin on a day: up to today, or up to the day of `knownAt`. `null` if there are
 * none.
 */
export function coverageOf(begins: string | null, knownAt?: Date): Coverage | null {
  const days = knownAt === undefined ? [today()] : [today(), today(knownAt)];
  const to = days.sort()[0] ?? today();
  return begins === null || begins > to ? null : { from: begins, to };
}

/**
 * True if records cover the whole of a period: the day of a stock; for a flow, all days of a fiscal year that is over.
 * What is counted from the beginning up to a day begins with the records.
 */
export function isCovered(
  { time }: Pick<Measure, "time">,
  period: StatisticsPeriod,
  coverage: Coverage | null,
): boolean {
  if (!coverage) return false;
  if (time.kind === "FLOW" && period.from !== null) {
    return period.from >= coverage.from && period.to < coverage.to;
  }
  return period.to >= coverage.from && period.to <= coverage.to;
}
