import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { CountedPeriods } from "./count-unit";
import type { ReferencePeriod } from "./reference-periods";
import { type ReleaseUnit, tableName } from "./release-plan";
import { hasPeriod, type UnitBasis } from "./unit-basis";
import { cellName, type UnitCounts } from "./unit-tables";

/** By what it is decided which quarters are safe. */
export interface QuarterSources {
  readonly unit: ReleaseUnit;
  readonly counts: UnitCounts;
  /** The last release: what it has, stays. */
  readonly last: UnitBasis | undefined;
  /** Whether corrections wait: then what is counted on other days does not fit what was released. */
  readonly isWaiting: boolean;
  readonly rule: DisclosureRule;
}

/**
 * The periods without the quarters whose ends would tell too much. What came and went in a year is released, so the stock
 * at the ends of its quarters tells how much came in each at least. If all of what came is accounted for by that, it
 * tells exactly. So at least `width` of it must not be.
 */
export function withSafeQuarters(
  counted: readonly CountedPeriods[],
  { unit, counts, last, isWaiting, rule }: QuarterSources,
): CountedPeriods[] {
  return counted.map(({ table, periods }) => ({
    table,
    periods: periods.filter(({ period }) => {
      if (last && hasPeriod(last, tableName(table), period.name)) return true;
      const { linked, released } = unit.measures[table.measure] ?? {};
      if (period.fiscalYear !== null || released?.days?.includes(period.name)) return true;
      if (isWaiting || !linked?.flows) return false;
      return isSafe(table, period, linked.flows, counts, rule);
    }),
  }));
}

function isSafe(
  table: CountedPeriods["table"],
  { to }: ReferencePeriod,
  flows: { readonly in: string; readonly out: string },
  counts: UnitCounts,
  { threshold, width }: DisclosureRule,
): boolean {
  const year = Number(to.slice(0, 4));
  const total = (measure: string, period: string) =>
    counts.get(cellName(measure, period, table, []))?.count ?? 0;
  const days = [
    `${year}-03-31`,
    `${year}-06-30`,
    `${year}-09-30`,
    `${year}-12-31`,
    `${year + 1}-03-31`,
  ];
  const stocks = days.map((day) => total(table.measure, day));
  const [came, went] = [total(flows.in, `FY${year}`), total(flows.out, `FY${year}`)];
  if ([...stocks, came, went].some((count) => count < threshold)) return false;
  const rises = stocks.slice(1).map((stock, index) => Math.max(0, stock - (stocks[index] ?? 0)));
  return came - rises.reduce((sum, rise) => sum + rise, 0) >= width;
}
