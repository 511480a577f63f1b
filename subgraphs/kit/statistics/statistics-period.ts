/** A day, or the days from one to another, both included; of a fiscal year also its number. */
export interface StatisticsPeriod {
  /** The first day; `null` for everything up to the last. */
  readonly from: string | null;
  /** The last day; of a stock, the day. */
  readonly to: string;
  readonly fiscalYear: number | null;
}
