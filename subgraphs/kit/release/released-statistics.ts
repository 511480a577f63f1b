import { notReleased, type PeriodAnswer } from "../statistics/answer";
import { isCovered } from "../statistics/coverage";
import type { Queryable } from "../statistics/counted-groups";
import { isAdditive } from "../statistics/measure";
import { assembledAnswer, type StatisticsAnswer, uncovered } from "../statistics/statistics";
import type { StatisticsPeriod } from "../statistics/statistics-period";
import {
  filteredBy,
  namedBy,
  protectedDimensions,
  type StatisticsRequest,
} from "../statistics/statistics-request";
import { viewAnswer } from "../statistics/view-answer";
import { periodName } from "./reference-periods";
import { type FoundTable, lookUp, type ReleaseStamp } from "./register";

/** An answer from the register. */
export interface ReleasedAnswer extends StatisticsAnswer {
  /** `null` if there is no release yet, or was none at the moment asked for. */
  readonly release: ReleaseStamp | null;
  /** The periods that it is about. */
  readonly periods: readonly StatisticsPeriod[];
}

/**
 * Answers from the register alone: from what was released of the whole table, whatever part of it is asked for.
 *
 * @param isLast - whether the last reference day is asked for, and not the period in the request
 */
export async function releasedStatistics(
  database: Queryable,
  request: StatisticsRequest,
  isLast: boolean,
): Promise<ReleasedAnswer> {
  const { measure, groupBy, filter } = request;
  const filtered = filteredBy(filter);
  const dimensions = protectedDimensions(measure, [...groupBy, ...filtered]);
  const found = await lookUp(database, {
    name: request.name,
    knownAt: request.knownAt,
    marked: filter,
    tables: request.periods.map((period) => ({
      measure: request.measureName,
      counted: measure.table,
      dimensions,
      period: isLast ? null : periodName(measure, period),
    })),
  });
  const periods = request.periods.map((period, index) => {
    const day = found[index]?.period ?? null;
    return isLast && day !== null ? { ...period, to: day } : period;
  });
  const answers = periods.map((period, index): PeriodAnswer => {
    const table = found[index];
    if (!table) throw new Error("a table was not looked up");
    if (table.period === null) return missing(table, measure, period);
    return viewAnswer(index, table.view, table.groups, {
      dimensions,
      groupBy,
      filteredBy: new Set(filtered),
      named: namedBy(filter),
      isAdditive: isAdditive(measure),
    });
  });
  return {
    ...assembledAnswer({ ...request, periods }, answers),
    covers: found[0]?.covers ?? null,
    records: [],
    release: found[0]?.release ?? null,
    periods,
  };
}

/** A period that is not in the register: the records did not cover it, or it could not be protected. */
function missing(
  { covers }: FoundTable,
  measure: StatisticsRequest["measure"],
  period: StatisticsPeriod,
): PeriodAnswer {
  return isCovered(measure, period, covers)
    ? { rows: [], total: notReleased, withheld: true }
    : uncovered;
}
