import type { ClassType } from "type-graphql";
import type { FilterInput } from "../../kit/filter/compile-filter";
import { codesOfSql, requireKnownCodes } from "../../kit/filter/known-codes";
import { requireHistory } from "../../kit/history/history-start";
import type { RequestContext } from "../../kit/request/request-context";
import type { AnswerCell } from "../../kit/statistics/answer";
import { fieldName } from "../../kit/statistics/dimension-names";
import { runStatistics, type StatisticsAnswer } from "../../kit/statistics/statistics";
import { filteredBy, type StatisticsRequest } from "../../kit/statistics/statistics-request";
import { findFiscalYear } from "../fiscal-year/fiscal-year-range";
import { checkStatistics, periodsOf } from "./check-statistics";
import { requireConditions } from "./require-conditions";
import { disclosureMethod, type DisclosureReport } from "./disclosure-report";
import type { StatisticsArguments } from "./statistics-inputs";
import type { StatisticsRow } from "./statistics-row";
import type { AreaStatistics } from "./statistics-types";

/** The arguments of an area's statistics. */
export interface AreaStatisticsArguments extends StatisticsArguments {
  readonly measure: string;
  /** Values of the area's enum of dimensions. */
  readonly groupBy: readonly string[];
  readonly filter?: FilterInput | null;
}

/**
 * Answers the statistics field of an area.
 *
 * @param name - the field's name, for the SQL tag
 * @param rowClass - the class of its rows
 * @throws ApiError as {@link requireConditions}, {@link checkStatistics} and {@link periodsOf} do, before any SQL is sent,
 * and as {@link requireKnownCodes} does
 */
export async function answerStatistics<Row extends StatisticsRow>(
  name: string,
  rowClass: ClassType<Row>,
  args: AreaStatisticsArguments,
  context: RequestContext,
): Promise<AreaStatistics<Row>> {
  const groupBy = args.groupBy.map(fieldName);
  requireConditions(args.filter);
  const filter = args.filter ?? {};
  const asked = [...groupBy, ...filteredBy(filter)];
  context.statistics.requireSeen(args.measure, asked);
  const counted = context.statistics.measure(args.measure, asked);
  const { measure, database, rule } = counted;
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
  checkStatistics(args.measure, request, context.statistics.openDimensions(args.measure));
  // Read with the caller's rights and not from the counted tables: messages must not show what is not published.
  await requireKnownCodes(filter, measure.dimensions, (sql) => context.load(codesOfSql, sql));
  if (request.knownAt) await requireHistory(context, measure.table, request.knownAt);
  const answer = await context.statistics.count(counted, () =>
    runStatistics(database, request, context.statistics.protect),
  );
  context.statistics.noteCounted(counted, answer.records);
  const yearOf = (period: number) => findFiscalYear(request.periods[period]?.fiscalYear ?? null);
  return {
    measure: args.measure,
    unit: measure.unit,
    definition: measure.definition,
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
    disclosure: reportOf(request, answer),
  };
}

/** From numbers that are shown and no others. */
function shareOf({ value }: AnswerCell, total: AnswerCell | undefined): number | null {
  return value === null || !total?.value ? null : value / total.value;
}

function reportOf(
  { rule }: StatisticsRequest,
  { suppressedRows, withheld }: StatisticsAnswer,
): DisclosureReport {
  return {
    applied: rule !== undefined,
    threshold: rule?.threshold ?? null,
    width: rule?.width ?? null,
    suppressedRows,
    withheld,
    method: rule ? disclosureMethod : null,
  };
}
