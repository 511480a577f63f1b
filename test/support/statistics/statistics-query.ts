import type { TestSubgraphExecute } from "../subgraph";

/** A period that is counted in: up to or on a day, or a fiscal year. */
export type Period = { readonly asOf: string } | { readonly fiscalYear: number };

/** The last day of a period; of a stock, the day. */
export function lastDayOf(period: Period): string {
  return "asOf" in period ? period.asOf : `${period.fiscalYear + 1}-03-31`;
}

/** Whether something that happens on a day is of a period. What has a fiscal year of its own is of that. */
export function isOf(
  period: Period,
  day: string | null,
  fiscalYear: number | null = day === null ? null : fiscalYearOf(day),
): boolean {
  if ("fiscalYear" in period) return fiscalYear === period.fiscalYear;
  return day !== null && day <= period.asOf;
}

function fiscalYearOf(day: string): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month >= 4 ? year : year - 1;
}

/** An ordering of rows. */
export interface QueryOrder {
  readonly by: "KEY" | "COUNT";
  readonly direction: "ASC" | "DESC";
}

/** What is asked of a statistics field. */
export interface StatisticsQuery {
  readonly measure: string;
  /** One day, or fiscal years. */
  readonly periods: readonly Period[];
  /** Names of dimensions. */
  readonly groupBy: readonly string[];
  /** Dimension → operator → operand. */
  readonly filter: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly having?: { readonly gte?: number; readonly lte?: number } | undefined;
  readonly orderBy?: readonly QueryOrder[] | undefined;
  readonly limit?: number | undefined;
}

/** A number as it is answered. */
export interface Cell {
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly reason: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A row as it is answered, its keys as codes. */
export interface Row {
  readonly fiscalYear: number | null;
  readonly keys: Readonly<Record<string, string | null>>;
  readonly count: Cell;
  readonly share: number | null;
}

/** An answer. */
export interface Answer {
  readonly covers: { readonly from: string; readonly to: string } | null;
  readonly rows: readonly Row[];
  readonly remainder: {
    readonly rows: number | null;
    readonly count: Cell;
    readonly share: number | null;
  } | null;
  readonly total: Cell;
  readonly totals: readonly { readonly fiscalYear: number | null; readonly count: Cell }[];
  readonly disclosure: {
    readonly applied: boolean;
    readonly threshold: number | null;
    readonly width: number | null;
    readonly suppressedRows: number;
    readonly withheld: boolean;
  };
}

/** What dimensions are selected by: name → its selection in a row, as `region { code }`. */
export type Selections = Readonly<Record<string, string>>;

/** Asks the statistics field of an area. */
export async function askStatistics(
  execute: TestSubgraphExecute,
  area: string,
  selections: Selections,
  query: StatisticsQuery,
): Promise<Answer> {
  const answer = await execute<Record<string, SentAnswer>>(
    documentOf(area, Object.values(selections)),
    variablesOf(query),
  );
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors, null, 2));
  const statistics = answer.data[`${area}Statistics`];
  if (!statistics) throw new Error("no statistics");
  return {
    ...statistics,
    totals: statistics.totals.map(({ fiscalYear, count }) => ({
      fiscalYear: fiscalYear?.year ?? null,
      count,
    })),
    rows: statistics.rows.map(({ fiscalYear, count, share, ...keys }) => ({
      fiscalYear: fiscalYear?.year ?? null,
      keys: Object.fromEntries(Object.keys(selections).map((name) => [name, codeOf(keys[name])])),
      count,
      share,
    })),
  };
}

type Sent<Given> = Omit<Given, "fiscalYear"> & {
  readonly fiscalYear: { readonly year: number } | null;
};

interface SentAnswer extends Omit<Answer, "rows" | "totals"> {
  readonly rows: readonly (Sent<Omit<Row, "keys">> & Readonly<Record<string, unknown>>)[];
  readonly totals: readonly Sent<Answer["totals"][number]>[];
}

function codeOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const code: unknown = typeof value === "object" ? Object.values(value)[0] : value;
  return String(code);
}

function documentOf(area: string, selections: readonly string[]): string {
  const type = `${area.slice(0, 1).toUpperCase()}${area.slice(1)}`;
  const cell = "{ value suppressed reason lower upper }";
  return `query (
    $measure: ${type}Measure!, $asOf: Date, $fiscalYears: [Int!], $groupBy: [${type}Dimension!],
    $filter: ${type}StatisticsFilter, $having: CountRange, $orderBy: [StatisticsOrder!], $limit: Int
  ) {
    ${area}Statistics(
      measure: $measure, asOf: $asOf, fiscalYears: $fiscalYears, groupBy: $groupBy
      filter: $filter, having: $having, orderBy: $orderBy, limit: $limit
    ) {
      covers { from to }
      rows { fiscalYear { year } ${selections.join(" ")} count ${cell} share }
      remainder { rows count ${cell} share }
      total ${cell}
      totals { fiscalYear { year } count ${cell} }
      disclosure { applied threshold width suppressedRows withheld }
    }
  }`;
}

function variablesOf({ periods, groupBy, filter, ...asked }: StatisticsQuery): object {
  const days = periods.flatMap((period) => ("asOf" in period ? [period.asOf] : []));
  const years = periods.flatMap((period) => ("asOf" in period ? [] : [period.fiscalYear]));
  return {
    ...asked,
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(days.length > 0 ? { asOf: days[0] } : { fiscalYears: years }),
    groupBy: groupBy.map((name) =>
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
    ),
  };
}
