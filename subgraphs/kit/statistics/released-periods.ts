import type { Measure } from "./measure";
import type { StatisticsPeriod } from "./statistics-period";

/**
 * Whether a period is released to callers who do not see the records: a stock on any day, flows in whole fiscal years
 * only. Flows up to two different days would disclose what happened between them, even to one person. A year that is
 * not over has no number for anybody (`isCovered`).
 */
export function isReleased(
  { time }: Pick<Measure, "time">,
  { fiscalYear }: StatisticsPeriod,
): boolean {
  return time.kind === "STOCK" || fiscalYear !== null;
}
