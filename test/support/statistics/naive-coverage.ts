import type { Period } from "./statistics-query";

/** The first and the last day that records reach. */
export interface NaiveCoverage {
  readonly from: string;
  readonly to: string;
}

/** Whether records reach the day of a stock, or every day of a flow; of a year that is over; of all up to a day, the last. */
export function isReached(
  kind: "STOCK" | "FLOW",
  period: Period,
  coverage: NaiveCoverage,
): boolean {
  const isOn = (day: string) => day >= coverage.from && day <= coverage.to;
  if ("asOf" in period) return isOn(period.asOf);
  const last = `${period.fiscalYear + 1}-03-31`;
  return kind === "STOCK" ? isOn(last) : isOn(`${period.fiscalYear}-04-01`) && last < coverage.to;
}
