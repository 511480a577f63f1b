import type { GraphQLResolveInfo } from "graphql";
import type { ClassType } from "type-graphql";
import type { DataSource } from "typeorm";
import type { DisclosureRule } from "../../kit/disclosure/disclosure-rule";
import { ApiError, shown } from "../../kit/errors";
import type { FilterInput } from "../../kit/filter/compile-filter";
import { codesOfSql, requireKnownCodes } from "../../kit/filter/known-codes";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import { selectsAtMost } from "../../kit/graphql/selected-fields";
import { requireHistory } from "../../kit/history/history-start";
import type { RequestContext } from "../../kit/request/request-context";
import { releasedStatistics } from "../../kit/release/released-statistics";
import type { AnswerCell } from "../../kit/statistics/answer";
import type { CountedMeasure } from "../../kit/statistics/counted-measure";
import { fieldName } from "../../kit/statistics/dimension-names";
import { runStatistics, type StatisticsAnswer } from "../../kit/statistics/statistics";
import type { StatisticsPeriod } from "../../kit/statistics/statistics-period";
import { filteredBy, type StatisticsRequest } from "../../kit/statistics/statistics-request";
import { findFiscalYear } from "../fiscal-year/fiscal-year-range";
import { checkStatistics, periodsOf } from "./check-statistics";
import { checkReleased } from "./check-released";
import { requireConditions } from "./require-conditions";
import { disclosureMethod, type DisclosureReport, releaseMethod } from "./disclosure-report";
import type { StatisticsArguments } from "./statistics-inputs";
import type { StatisticsRelease } from "./statistics-release";
import type { StatisticsRow } from "./statistics-row";
import type { AreaStatistics } from "./statistics-types";

/** The arguments of an area's statistics. */
export interface AreaStatisticsArguments extends StatisticsArguments {
  readonly measure: string;
  /** Values of the area's enum of dimensions. */
  readonly groupBy: readonly string[];
  readonly filter?: FilterInput | null;
}

/** What is said of statistics without a number. */
type WithoutNumbers = Pick<AreaStatistics<StatisticsRow>, "measure" | "unit" | "definition">;

/**
 * Answers the statistics field of an area. Nothing is counted if no number is asked for.
 *
 * @param name - the field's name, for the SQL tag
 * @param rowClass - the class of its rows
 * @param info - what is selected of the field
 * @throws ApiError as {@link requireConditions}, {@link checkStatistics}, {@link checkReleased} and {@link periodsOf} do, before any SQL is sent,
 * and as {@link requireKnownCodes} does
 */
export async function answerStatistics<Row extends StatisticsRow>(
  name: string,
  rowClass: ClassType<Row>,
  args: AreaStatisticsArguments,
  context: RequestContext,
  info: Pick<GraphQLResolveInfo, "fieldNodes">,
): Promise<AreaStatistics<Row> | WithoutNumbers> {
  const groupBy = args.groupBy.map(fieldName);
  requireConditions(args.filter);
  const filter = args.filter ?? {};
  const asked = [...groupBy, ...filteredBy(filter)];
  context.statistics.requireSeen(args.measure, asked);
  const counted = context.statistics.measure(args.measure, asked);
  const { measure, database, rule } = counted;
  // The last reference day is what the public means where it says no day.
  const isToday = args.asOf == null && args.fiscalYears == null && context.asOf === context.today;
  const isLast = isToday && measure.time.kind === "STOCK";
  const request: StatisticsRequest = {
    name,
    measureName: args.measure,
    measure,
    periods: periodsOf({ ...args, defaultDay: context.asOf }),
    knownAt: args.knownAt ?? undefined,
    groupBy,
    filter,
    having: args.having ?? undefined,
    orderBy: args.orderBy ?? [],
    limit: args.limit,
    rule,
  };
  const open = context.statistics.openDimensions(args.measure);
  if (counted.how !== "released") checkStatistics(args.measure, request, open);
  else checkReleased(args.measure, request, open, isLast);
  // Read with the caller's rights and not from the counted tables: messages must not show what is not published.
  await requireKnownCodes(filter, measure.dimensions, (sql) => context.load(codesOfSql, sql));
  if (counted.how !== "released" && request.knownAt) {
    await requireHistory(context, measure.table, request.knownAt);
  }
  const words = { measure: args.measure, unit: measure.unit, definition: measure.definition };
  if (selectsAtMost([...Object.keys(words), "name", "unitName", "dimensions"], info)) return words;
  if (counted.how === "released") {
    const answer = await fromRegister(database, request, isLast);
    const known = released.get(answer) as AreaStatistics<Row> | undefined;
    if (known) return known;
    const made = { ...words, ...areaStatistics(answer, rowClass) };
    released.set(answer, made);
    return made;
  }
  const answer = await onRequest(counted, request, context);
  context.statistics.noteCounted(counted, answer.records);
  return { ...words, ...areaStatistics(answer, rowClass) };
}

/** Answers of the register in the graph's form: the same object is asked for as long as it is kept. */
const released = new WeakMap<Answered, unknown>();

/** An answer, in the graph's form. */
function areaStatistics<Row extends StatisticsRow>(
  answer: Answered,
  rowClass: ClassType<Row>,
): Omit<AreaStatistics<Row>, keyof WithoutNumbers> {
  const yearOf = (period: number) => findFiscalYear(answer.periods[period]?.fiscalYear ?? null);
  return {
    asOf: asOfDay(answer.periods),
    release: answer.release,
    rows: answer.rows.map(({ period, keys, count }) =>
      Object.assign(new rowClass(), {
        fiscalYear: yearOf(period),
        keys,
        count,
        share: shareOf(count, answer.totals[period]),
      }),
    ),
    remainder: answer.remainder && {
      ...answer.remainder,
      share: answer.totals.length === 1 ? shareOf(answer.remainder.count, answer.total) : null,
    },
    covers: answer.covers,
    total: answer.total,
    totals: answer.totals.map((count, period) => ({ fiscalYear: yearOf(period), count })),
    disclosure: reportOf(answer),
  };
}

/** From numbers that are shown and no others. */
function shareOf({ value }: AnswerCell, total: AnswerCell | undefined): number | null {
  return value === null || !total?.value ? null : value / total.value;
}

/** The day of an answer that is not by fiscal years. */
function asOfDay([period]: readonly StatisticsPeriod[]): string | null {
  return period?.fiscalYear == null ? (period?.to ?? null) : null;
}

function reportOf({ rule, suppressedRows, withheld, release }: Answered): DisclosureReport {
  return {
    applied: rule !== undefined,
    threshold: rule?.threshold ?? null,
    width: rule?.width ?? null,
    suppressedRows,
    withheld,
    method: rule ? (release ? releaseMethod : disclosureMethod) : null,
  };
}

/** An answer, and how it came about. */
interface Answered extends StatisticsAnswer {
  /** The periods that it is about. */
  readonly periods: readonly StatisticsPeriod[];
  /** The release that it is from; `null` where it was counted for the caller. */
  readonly release: StatisticsRelease | null;
  /** How persons are protected; `undefined` where they need not be. */
  readonly rule: DisclosureRule | undefined;
}

async function onRequest(
  counted: CountedMeasure,
  request: StatisticsRequest,
  context: RequestContext,
): Promise<Answered> {
  const { periods, rule } = request;
  const answer = await context.statistics.count(counted, () =>
    runStatistics(counted.database, request, context.statistics.protect),
  );
  return { ...answer, periods, release: null, rule };
}

/**
 * Looks the answer up.
 * @throws ApiError NOT_RELEASED where there is no release yet, or was none by then
 */
async function fromRegister(
  database: DataSource,
  request: StatisticsRequest,
  isLast: boolean,
): Promise<Answered> {
  const answer = await releasedStatistics(database, request, isLast);
  if (answer) return answer;
  throw new ApiError(
    "NOT_RELEASED",
    request.knownAt
      ? `Expected knownAt to be after the first release, received ${shown(DateTimeScalar.serialize(request.knownAt))}.`
      : "Nothing has been released yet.",
  );
}
