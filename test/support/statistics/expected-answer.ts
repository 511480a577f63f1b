import type { NaiveAnswer } from "./naive-count";
import type { Answer, Cell, Period, Row, StatisticsQuery } from "./statistics-query";

/** What decides how numbers are put together: of the measure that is asked for. */
export interface Arrangement {
  readonly kind: "STOCK" | "FLOW";
  /** Whether the same can be counted in several fiscal years, or in several groups of the grouping. */
  readonly repeats: boolean;
  /** Whether it can be counted in several fiscal years. */
  readonly repeatsOverYears: boolean;
  /** Dimension → its values in their own order; without it, that of code units, or of numbers. */
  readonly orders: Readonly<Record<string, readonly string[] | "numbers">>;
  /** The dimensions that rows have. */
  readonly dimensions: readonly string[];
}

/** An answer as far as it follows from numbers. */
export type ArrangedAnswer = Omit<Answer, "covers" | "disclosure"> & {
  readonly disclosure: Pick<Answer["disclosure"], "suppressedRows" | "withheld">;
};

/** How many rows are answered where no limit is given. */
const usualRows = 500;

/** A number that is shown. */
export function shown(value: number): Cell {
  return { value, suppressed: false, reason: null, lower: value, upper: value };
}

/** Numbers that do not add up. */
export const notAdditive: Cell = {
  value: null,
  suppressed: false,
  reason: "NOT_ADDITIVE",
  lower: null,
  upper: null,
};

/** What is said of a period that records do not reach. */
export const notCovered: Cell = { ...notAdditive, reason: "NOT_COVERED" };

/** What is known of a sum: nothing but what can be added up. */
export function sumOfCells(cells: readonly Cell[]): Cell {
  const [only] = cells;
  if (only && cells.length === 1) return only;
  if (cells.some(({ reason }) => reason === "NOT_COVERED")) return notCovered;
  const add = (values: readonly (number | null)[]) =>
    values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const value = add(cells.map((cell) => cell.value));
  if (value !== null) return shown(value);
  const isSmall = cells.some(({ reason }) => reason === "SMALL_GROUP");
  return {
    value,
    suppressed: true,
    reason: isSmall ? "SMALL_GROUP" : "OVERLAPPING_GROUPS",
    lower: add(cells.map(({ lower }) => lower ?? 0)),
    upper: add(cells.map(({ upper }) => upper)),
  };
}

/** The answer for one who sees everything as it was counted. */
export function exactAnswer(
  { groups, totals, isCovered }: NaiveAnswer,
  query: StatisticsQuery,
  arrangement: Arrangement,
): ArrangedAnswer {
  const counted = totals.map(({ count }, period) =>
    isCovered[period] ? shown(count) : notCovered,
  );
  const rows = groups.map(({ period, keys, count }) => ({
    fiscalYear: yearOf(query.periods[period]),
    keys: Object.fromEntries(arrangement.dimensions.map((name) => [name, keys[name] ?? null])),
    count: shown(count),
    share: shareOf(shown(count), counted[period]),
  }));
  return arrangedAnswer(rows, counted, query, arrangement);
}

/**
 * The answer that rows and totals come to once `having`, `orderBy` and `limit` have been applied to them.
 *
 * @param rows - all there are; without a grouping, none
 * @param missing - the totals of the periods whose rows are withheld
 */
export function arrangedAnswer(
  rows: readonly Row[],
  totals: readonly Cell[],
  query: StatisticsQuery,
  arrangement: Arrangement,
  missing: readonly Cell[] = [],
): ArrangedAnswer {
  const { periods, having, groupBy, limit = usualRows } = query;
  const all = groupBy.length > 0 ? rows : rowsOfPeriods(totals, query, arrangement);
  const kept = all
    .filter(({ count }) => (count.upper ?? Infinity) >= (having?.gte ?? 0))
    .filter(({ count }) => (count.lower ?? 0) <= (having?.lte ?? Infinity))
    .sort((one, other) => order(one, other, query, arrangement));
  const left = kept.slice(limit);
  const isOneSum = periods.length === 1 || arrangement.kind === "FLOW";
  const total =
    periods.length === 1 || (isOneSum && !arrangement.repeatsOverYears)
      ? sumOfCells(totals)
      : notAdditive;
  const remaining =
    isOneSum && !arrangement.repeats
      ? sumOfCells([...left.map(({ count }) => count), ...missing])
      : notAdditive;
  return {
    rows: kept.slice(0, limit),
    remainder:
      left.length + missing.length === 0
        ? null
        : {
            rows: missing.length > 0 ? null : left.length,
            count: remaining,
            share: periods.length === 1 ? shareOf(remaining, total) : null,
          },
    total,
    totals: totals.map((count, index) => ({ fiscalYear: yearOf(periods[index]), count })),
    disclosure: {
      suppressedRows: kept.filter(({ count }) => count.suppressed).length,
      withheld: missing.length > 0,
    },
  };
}

function rowsOfPeriods(
  totals: readonly Cell[],
  { periods }: StatisticsQuery,
  { dimensions }: Arrangement,
): Row[] {
  return totals.map((count, index) => ({
    fiscalYear: yearOf(periods[index]),
    keys: Object.fromEntries(dimensions.map((name) => [name, null])),
    count,
    share: shareOf(count, count),
  }));
}

/** The part of a total, where both are shown. */
export function shareOf({ value }: Cell, total: Cell | undefined): number | null {
  return value === null || !total?.value ? null : value / total.value;
}

function yearOf(period: Period | undefined): number | null {
  return period && "fiscalYear" in period ? period.fiscalYear : null;
}

function order(
  one: Row,
  other: Row,
  { groupBy, orderBy = [] }: StatisticsQuery,
  { orders }: Arrangement,
): number {
  const keys = (row: Row) => [
    row.fiscalYear ?? 0,
    ...groupBy.map((name) => place(row.keys[name] ?? null, orders[name])),
  ];
  for (const { by, direction } of [...orderBy, { by: "KEY", direction: "ASC" }]) {
    const sign = direction === "ASC" ? 1 : -1;
    const [mine, its] = by === "KEY" ? [keys(one), keys(other)] : [[count(one)], [count(other)]];
    const isShown = one.count.value !== null;
    if (by === "COUNT" && isShown !== (other.count.value !== null)) return isShown ? -1 : 1;
    const index = mine.findIndex((value, at) => value !== its[at]);
    if (index >= 0) return (mine[index] ?? 0) < (its[index] ?? 0) ? -sign : sign;
  }
  return 0;
}

function count(row: Row): number {
  return row.count.value ?? 0;
}

/** Where a key stands: the unknown last. */
function place(key: string | null, own: Arrangement["orders"][string] | undefined) {
  if (key === null) return own ? Infinity : "\u{10FFFF}";
  if (own === "numbers") return Number(key);
  if (!own) return key;
  if (!own.includes(key)) throw new Error(`${key} has no place`);
  return own.indexOf(key);
}
