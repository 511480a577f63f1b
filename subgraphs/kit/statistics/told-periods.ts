import type { Measure } from "./measure";
import type { StatisticsPeriod } from "./statistics-period";

/**
 * Whether who may not see the records is told of a period: of a stock on any day, of flows in whole fiscal years. Of what
 * is counted up to a day, two days would tell what happened between them, be it to one person. A year that goes on has no
 * number for anybody (`isCovered`).
 */
export function isTold({ time }: Pick<Measure, "time">, { fiscalYear }: StatisticsPeriod): boolean {
  return time.kind === "STOCK" || fiscalYear !== null;
}
