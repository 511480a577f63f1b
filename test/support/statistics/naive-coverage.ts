import { today } from "../../../subgraphs/kit/clock";
import type { Period } from "./statistics-query";

/** A day on which something is on record, or the fiscal year that it counts in. */
export type Recorded = string | number | null;

/** The first and the last day that records reach; `null` where there are none. */
export interface NaiveCoverage {
  readonly from: string;
  readonly to: string;
}

/** Records reach from the first day of the fiscal year of the earliest of them to today. */
export function coverNaively(recorded: readonly Recorded[]): NaiveCoverage | null {
  const firstDays = recorded.flatMap((one) => {
    if (one === null) return [];
    const year = typeof one === "number" ? one : Number(one.slice(0, 4));
    const isBeforeApril = typeof one === "string" && one.slice(5) < "04-01";
    return [`${isBeforeApril ? year - 1 : year}-04-01`];
  });
  const [from] = firstDays.sort();
  return from === undefined || from > today() ? null : { from, to: today() };
}

/** Whether records reach the day of a stock, or every day of a flow; of all up to a day, the last. */
export function isReached(
  kind: "STOCK" | "FLOW",
  period: Period,
  coverage: NaiveCoverage | null,
): boolean {
  if (!coverage) return false;
  const isOn = (day: string) => day >= coverage.from && day <= coverage.to;
  if ("asOf" in period) return isOn(period.asOf);
  const last = `${period.fiscalYear + 1}-03-31`;
  return isOn(last) && (kind === "STOCK" || isOn(`${period.fiscalYear}-04-01`));
}
