import type { DataSource } from "typeorm";
import { rowsBy } from "../rows-by";
import {
  type AnswerCell,
  type AnswerRow,
  notAdditive,
  notCovered,
  type PeriodAnswer,
  shownCell,
  sumOf,
  suppressedCell,
} from "./answer";
import { arranged } from "./arrange";
import { type Coverage, coverageOf, isCovered } from "./coverage";
import { readGroups, recordsOf } from "./counted-groups";
import { exactPeriod } from "./exact-period";
import { isAdditive } from "./measure";
import type { Protect } from "./protect";
import {
  dimensionOf,
  filteredBy,
  namedBy,
  protectedDimensions,
  type StatisticsRequest,
} from "./statistics-request";
import type { StatisticsPeriod } from "./statistics-period";
import { tableToProtect } from "./table-to-protect";
import { viewAnswer } from "./view-answer";

/** The answer of a statistics field. */
export interface StatisticsAnswer {
  /** As many as the limit lets through, in order. */
  readonly rows: readonly AnswerRow[];
  /** What is missing: left out by the limit, or withheld; `null` if nothing is. */
  readonly remainder: Remainder | null;
  /** What everything that was asked for comes to. */
  readonly total: AnswerCell;
  /** The same for each period. */
  readonly totals: readonly AnswerCell[];
  /** The days that the records cover; `null` if there are none. Other periods are not counted. */
  readonly covers: Coverage | null;
  /** How many records each covered period was counted from: for the audit log, not for the caller. */
  readonly records: readonly number[];
  /** Whether the groups of a period cannot be shown at all. */
  readonly withheld: boolean;
  /** How many rows have a number that is not shown, including those left out by the limit. */
  readonly suppressedRows: number;
}

/** The rows that are not there, as one. */
export interface Remainder {
  /** How many; `null` if that is not released. */
  readonly rows: number | null;
  readonly count: AnswerCell;
}

/**
 * Counts what is asked for, with one statement whatever the grouping. For a caller who is permitted to see the records,
 * the filter chooses what is counted. For any other, the whole table is counted and protected before it is filtered, so
 * that protection does not depend on which part of it is asked for.
 */
export async function runStatistics(
  database: DataSource,
  request: StatisticsRequest,
  protect: Protect,
): Promise<StatisticsAnswer> {
  const { groupBy, filter, rule, periods, measure, knownAt } = request;
  const filtered = new Set(filteredBy(filter));
  const dimensions = [...new Set([...groupBy, ...filtered])].map((name) =>
    dimensionOf(measure, name),
  );
  const grouped = rule
    ? protectedDimensions(measure, [...groupBy, ...filtered])
    : dimensions.filter(({ name }) => groupBy.includes(name));
  const { groups, begins } = await readGroups(database, request.name, {
    measure,
    periods,
    knownAt,
    grouped,
    ...(filtered.size > 0 && (rule ? { marked: filter } : { where: { filter, dimensions } })),
    isProtected: rule !== undefined,
  });
  const byPeriod = rowsBy(groups, ({ period }) => period);
  const covers = coverageOf(begins, knownAt);
  const answerOf = async (period: StatisticsPeriod, index: number): Promise<PeriodAnswer> => {
    if (!isCovered(measure, period, covers)) return uncovered;
    const own = byPeriod.get(index) ?? [];
    if (!rule) return exactPeriod(index, own, grouped);
    const subject = { measure: request.measureName, period, knownAt, rule };
    const view = await protect(tableToProtect(subject, grouped, own));
    return viewAnswer(index, view, own, {
      dimensions: grouped,
      groupBy,
      filteredBy: filtered,
      named: namedBy(filter),
      isAdditive: isAdditive(measure),
    });
  };
  const answers = await Promise.all(periods.map(answerOf));
  const records = periods.flatMap((period, index) =>
    isCovered(measure, period, covers) ? [recordsOf(byPeriod.get(index) ?? [])] : [],
  );
  return { ...assembledAnswer(request, answers), covers, records };
}

/** What the answers of periods come to: their rows in order, and their sums. */
export function assembledAnswer(
  request: StatisticsRequest,
  answers: readonly PeriodAnswer[],
): Omit<StatisticsAnswer, "covers" | "records"> {
  const { groupBy, measure, periods } = request;
  const overlaps = groupBy.some((name) => dimensionOf(measure, name).overlapping);
  const isSummable = isAdditive(measure) && (periods.length === 1 || measure.time.kind === "FLOW");
  return {
    ...limited(arrangedRows(answers, request), answers, request.limit, isSummable && !overlaps),
    total:
      answers.length === 1 || isSummable ? sumOf(answers.map(({ total }) => total)) : notAdditive,
    totals: answers.map(({ total }) => total),
    withheld: answers.some(({ withheld }) => withheld),
  };
}

/** A period that the records do not cover has no groups, and a total with that reason. */
export const uncovered: PeriodAnswer = { rows: [], total: notCovered, withheld: false };

/** Without a grouping, each period is one row. */
function arrangedRows(answers: readonly PeriodAnswer[], request: StatisticsRequest): AnswerRow[] {
  const rows = answers.flatMap(({ rows: own, total }, period) =>
    request.groupBy.length === 0 ? [{ period, keys: new Map(), count: total }] : own,
  );
  return arranged(rows, request);
}

function limited(
  rows: readonly AnswerRow[],
  answers: readonly PeriodAnswer[],
  limit: number,
  isSummable: boolean,
): Pick<StatisticsAnswer, "rows" | "remainder" | "suppressedRows"> {
  const left = rows.slice(limit);
  const suppressedRows = rows.filter(({ count }) => count.suppressed).length;
  const withheld = answers.filter((answer) => answer.withheld);
  const count = isSummable
    ? sumOf([...left.map((row) => row.count), ...withheld.map(restOf)])
    : notAdditive;
  const isWhole = left.length === 0 && withheld.length === 0;
  return {
    rows: rows.slice(0, limit),
    remainder: isWhole ? null : { rows: withheld.length > 0 ? null : left.length, count },
    suppressedRows,
  };
}

/** The sum of the missing rows, as anybody could compute it. */
function restOf({ rows, total }: PeriodAnswer): AnswerCell {
  if (rows.length === 0) return total;
  const shown = sumOf(rows.map(({ count }) => count));
  return total.value === null || shown.value === null
    ? suppressedCell(null, null)
    : shownCell(total.value - shown.value);
}
