import type { DataSource } from "typeorm";
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
import { type CountedGroup, readGroups, recordsOf } from "./counted-groups";
import { exactPeriod } from "./exact-period";
import { isAdditive } from "./measure";
import { protectedView } from "./released-view";
import {
  dimensionOf,
  filteredBy,
  namedBy,
  protectedDimensions,
  type StatisticsRequest,
} from "./statistics-request";
import { viewAnswer } from "./view-answer";

/** The answer of a statistics field. */
export interface StatisticsAnswer {
  /** As many as the limit lets through, in order. */
  readonly rows: readonly AnswerRow[];
  /** What is not there: left out by the limit, or withheld; `null` where all is. */
  readonly remainder: Remainder | null;
  /** What everything that was asked for comes to. */
  readonly total: AnswerCell;
  /** The same for each period. */
  readonly totals: readonly AnswerCell[];
  /** What the records reach; `null` where there are none. Of other periods nothing is counted. */
  readonly covers: Coverage | null;
  /** How many records each period was counted from that is covered: not to be shown, but to be recorded. */
  readonly records: readonly number[];
  /** Whether the groups of a period cannot be shown at all. */
  readonly withheld: boolean;
  /** How many rows have a number that is not shown, those left out by the limit included. */
  readonly suppressedRows: number;
}

/** The rows that are not there, as one. */
export interface Remainder {
  /** How many; `null` where that cannot be told. */
  readonly rows: number | null;
  readonly count: AnswerCell;
}

/**
 * Counts what is asked for, with one statement whatever the grouping. For a caller who may see the records, the filter
 * chooses what is counted. For another, the whole table is counted and protected, and only then is it filtered: whether
 * a group is too small does not depend on which part of the table is asked for.
 */
export async function runStatistics(
  database: DataSource,
  request: StatisticsRequest,
): Promise<StatisticsAnswer> {
  const { groupBy, filter, rule, periods, measure } = request;
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
    knownAt: request.knownAt,
    grouped,
    ...(rule ? { marked: filter } : { where: { filter, dimensions } }),
    isProtected: rule !== undefined,
  });
  const byPeriod = new Map<number, CountedGroup[]>();
  for (const group of groups) {
    const own = byPeriod.get(group.period);
    if (own) own.push(group);
    else byPeriod.set(group.period, [group]);
  }
  const covers = coverageOf(begins, request.knownAt);
  const answers = periods.map((period, index) => {
    if (!isCovered(measure, period, covers)) return uncovered;
    const own = byPeriod.get(index) ?? [];
    return rule
      ? viewAnswer(index, protectedView(own, grouped, rule), own, {
          dimensions: grouped,
          groupBy,
          filteredBy: filtered,
          named: namedBy(filter),
          isAdditive: isAdditive(measure),
        })
      : exactPeriod(index, own, grouped);
  });
  const overlaps = dimensions.some(
    ({ name, overlapping }) => overlapping && groupBy.includes(name),
  );
  const isSummable = isAdditive(measure) && (periods.length === 1 || measure.time.kind === "FLOW");
  return {
    ...limited(arrangedRows(answers, request), answers, request.limit, isSummable && !overlaps),
    total:
      answers.length === 1 || isSummable ? sumOf(answers.map(({ total }) => total)) : notAdditive,
    covers,
    totals: answers.map(({ total }) => total),
    records: periods.flatMap((period, index) =>
      isCovered(measure, period, covers) ? [recordsOf(byPeriod.get(index) ?? [])] : [],
    ),
    withheld: answers.some(({ withheld }) => withheld),
  };
}

/** A period that the records do not reach has a total, which says so, and no groups. */
const uncovered: PeriodAnswer = { rows: [], total: notCovered, withheld: false };

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

/** What the rows that are not there come to, as anybody could compute. */
function restOf({ rows, total }: PeriodAnswer): AnswerCell {
  if (rows.length === 0) return total;
  const shown = sumOf(rows.map(({ count }) => count));
  return total.value === null || shown.value === null
    ? suppressedCell(null, null)
    : shownCell(total.value - shown.value);
}
