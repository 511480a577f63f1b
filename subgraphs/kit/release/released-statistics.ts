import type { DataSource } from "typeorm";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import { dataDigest } from "../data-digest";
import { notReleased, type PeriodAnswer } from "../statistics/answer";
import { isCovered } from "../statistics/coverage";
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
import { keptByDatabase } from "./kept-by-database";
import { periodName } from "./reference-periods";
import { answeringRelease, type FoundTable, lookUp, type ReleaseStamp } from "./register";

/** An answer from the register. */
export interface ReleasedAnswer extends StatisticsAnswer {
  readonly release: ReleaseStamp;
  /** The release's rule. */
  readonly rule: DisclosureRule;
  /** The periods that it is about. */
  readonly periods: readonly StatisticsPeriod[];
}

/**
 * Answers from the register alone: from what was released of the whole table, whatever part of it is asked for. As a
 * release never changes, what was asked lately is answered as before, with the same object.
 *
 * @param isLast - whether the last reference day is asked for, and not the period in the request
 * @returns `null` if there is no release yet, or was none at the moment asked for
 */
export async function releasedStatistics(
  database: DataSource,
  request: StatisticsRequest,
  isLast: boolean,
): Promise<ReleasedAnswer | null> {
  const { name, measure, knownAt } = request;
  const { release, covers } = await answeringRelease(database, name, [measure.table], knownAt);
  if (!release) return null;
  const from = { release, covers: covers.get(measure.table) ?? null };
  const key = answerKey(request, isLast, from);
  const kept = keptAnswers(database);
  const known = kept.get(key);
  if (known) return known;
  const tables = await tablesOf(database, request, isLast, release);
  const answer = answerFrom(tables, request, isLast, from);
  // What is not there may come, while a register is put back.
  if (tables.every(({ period }) => period !== null)) kept.set(key, answer, answer.rows.length);
  return answer;
}

/** Where an answer is from. */
export type AnsweredFrom = Pick<ReleasedAnswer, "release" | "covers">;

/** As many answers, and rows of them. */
const keptAnswers = keptByDatabase<ReleasedAnswer>(1_000, 20_000);

/** What an answer is kept by: everything that it follows from. */
export function answerKey(
  { measureName, periods, groupBy, filter, having, orderBy, limit }: StatisticsRequest,
  isLast: boolean,
  from: AnsweredFrom,
): string {
  const asked = [measureName, periods, isLast, groupBy, filter, having ?? null, orderBy, limit];
  return dataDigest([from.release, from.covers, asked]);
}

function tablesOf(
  database: DataSource,
  { name, measureName, measure, periods, groupBy, filter }: StatisticsRequest,
  isLast: boolean,
  release: ReleaseStamp,
): Promise<readonly FoundTable[]> {
  const dimensions = protectedDimensions(measure, [...groupBy, ...filteredBy(filter)]);
  return lookUp(database, release, {
    name,
    marked: filter,
    tables: periods.map((period) => ({
      measure: measureName,
      dimensions,
      period: isLast ? null : periodName(measure, period),
    })),
  });
}

function answerFrom(
  found: readonly FoundTable[],
  request: StatisticsRequest,
  isLast: boolean,
  from: AnsweredFrom,
): ReleasedAnswer {
  const { measure, groupBy, filter } = request;
  const filtered = filteredBy(filter);
  const question = {
    dimensions: protectedDimensions(measure, [...groupBy, ...filtered]),
    groupBy,
    filteredBy: new Set(filtered),
    named: namedBy(filter),
    isAdditive: isAdditive(measure),
  };
  const periods = request.periods.map((period, index) => {
    const day = found[index]?.period ?? null;
    return isLast && day !== null ? { ...period, to: day } : period;
  });
  const answers = periods.map((period, index): PeriodAnswer => {
    const table = found[index];
    return table && table.period !== null
      ? viewAnswer(index, table.view, table.groups, question)
      : missing(from, measure, period);
  });
  return {
    ...assembledAnswer({ ...request, periods }, answers),
    ...from,
    rule: from.release.rule,
    records: [],
    periods,
  };
}

/** A period that is not in the register: the records did not cover it, or it could not be protected. */
function missing(
  { covers }: AnsweredFrom,
  measure: StatisticsRequest["measure"],
  period: StatisticsPeriod,
): PeriodAnswer {
  return isCovered(measure, period, covers)
    ? { rows: [], total: notReleased, withheld: true }
    : uncovered;
}
