import { endsDay } from "../../kit/clock";
import { SqlParameters } from "../../kit/database/sql-parameters";
import { ApiError, shown } from "../../kit/errors";
import { compileFilter } from "../../kit/filter/compile-filter";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import { enumName } from "../../kit/statistics/dimension-names";
import type { Measure } from "../../kit/statistics/measure";
import { isReleased } from "../../kit/statistics/released-periods";
import type { StatisticsPeriod } from "../../kit/statistics/statistics-period";
import {
  dimensionOf,
  filteredBy,
  protectedDimensions,
  type StatisticsRequest,
} from "../../kit/statistics/statistics-request";
import { firstFiscalYear, fiscalYearRange, lastFiscalYear } from "../fiscal-year/fiscal-year-range";

const mostRows = 5_000;

/** The most groups that a grouping can result in: dimensions × fiscal years. */
const mostGroups = 500_000;

/** The most dimensions, of grouping and filter together, of a table that is protected. */
const mostProtectedDimensions = 2;

/** The most fiscal years of such a table: each is protected by itself. */
const mostProtectedPeriods = 30;

/** What is said of time. */
export interface AskedTime {
  readonly asOf?: string | null | undefined;
  readonly fiscalYears?: readonly number[] | null | undefined;
  /** The day in force where `asOf` is not given. */
  readonly defaultDay: string;
}

/**
 * The periods that are asked for.
 * @throws ApiError CONTRADICTORY_DATES or INVALID_FISCAL_YEAR
 */
export function periodsOf({ asOf, fiscalYears, defaultDay }: AskedTime): StatisticsPeriod[] {
  if (fiscalYears == null) return [{ from: null, to: asOf ?? defaultDay, fiscalYear: null }];
  if (asOf != null) {
    throw new ApiError(
      "CONTRADICTORY_DATES",
      `Expected asOf or fiscalYears, received both: ${asOf} and FY${fiscalYears.slice(0, 3).join(", FY")}.`,
    );
  }
  const most = lastFiscalYear - firstFiscalYear + 1;
  if (fiscalYears.length === 0 || fiscalYears.length > most) {
    throw new ApiError(
      "INVALID_FISCAL_YEAR",
      `Expected 1–${most} fiscal years, received ${fiscalYears.length}.`,
    );
  }
  const repeated = fiscalYears.find((year, index) => fiscalYears.indexOf(year) !== index);
  if (repeated !== undefined) {
    throw new ApiError(
      "INVALID_FISCAL_YEAR",
      `Expected each fiscal year once, received ${repeated} twice.`,
    );
  }
  return fiscalYears.flatMap((year) =>
    fiscalYearRange(year, year).map(({ startsOn, endsOn }) => ({
      from: startsOn,
      to: endsOn,
      fiscalYear: year,
    })),
  );
}

/**
 * Refuses a request that is counted on request and cannot be answered, before anything is read.
 *
 * @param open - the dimensions of the measure that the caller is permitted to use: messages name no others
 * @throws ApiError as {@link checkAsked} does, or INVALID_KNOWN_AT, TABLE_TOO_DETAILED or STATISTICS_TOO_LARGE
 */
export function checkStatistics(
  measureName: string,
  request: StatisticsRequest,
  open: readonly string[],
): void {
  const { groupBy, filter } = request;
  checkAsked(measureName, request, open);
  checkKnown(measureName, request, open);
  if (request.rule) checkPeriods(measureName, request);
  checkSize(request, [...new Set([...groupBy, ...filteredBy(filter)])]);
}

/**
 * Refuses what nobody is answered, whoever asks.
 *
 * @param open - the dimensions of the measure that the caller is permitted to use: messages name no others
 * @throws ApiError INVALID_GROUPING, INVALID_FILTER, INVALID_LIMIT or INVALID_ORDERING
 */
export function checkAsked(
  measureName: string,
  request: StatisticsRequest,
  open: readonly string[],
): void {
  const { measure, filter, having, limit, orderBy } = request;
  checkDimensions(measureName, request, open);
  if (limit < 1 || limit > mostRows) {
    throw new ApiError(
      "INVALID_LIMIT",
      `Expected limit between 1 and ${mostRows}, received ${limit}.`,
    );
  }
  if (having?.gte != null && having.lte != null && having.gte > having.lte) {
    throw new ApiError(
      "INVALID_FILTER",
      `Expected having with gte <= lte, received gte ${having.gte} and lte ${having.lte}.`,
    );
  }
  const twice = orderBy.find(({ by }, index) =>
    orderBy.some((other, at) => at < index && other.by === by),
  );
  if (twice) {
    throw new ApiError(
      "INVALID_ORDERING",
      `Expected each field once in orderBy, received ${twice.by} twice.`,
    );
  }
  // A filter that cannot be compiled is refused here, and not once something has been read.
  compileFilter(filter, measure.dimensions, new SqlParameters());
}

function checkKnown(
  measureName: string,
  { measure, knownAt, groupBy, filter }: StatisticsRequest,
  open: readonly string[],
): void {
  if (knownAt === undefined) return;
  const isKnownNowOnly = (name: string) => measure.dimensions[name]?.isKnownNowOnly === true;
  const other = [...groupBy, ...filteredBy(filter)].find(isKnownNowOnly);
  if (measure.known && other === undefined) return;
  const kept = open.filter((name) => !isKnownNowOnly(name));
  const received =
    other === undefined || !measure.known
      ? measureName
      : `${measureName} by ${enumName(other)}; kept are ${kept.map(enumName).join(", ")}`;
  throw new ApiError(
    "INVALID_KNOWN_AT",
    `Expected knownAt only where a history is kept, received it with ${received}.`,
  );
}

/**
 * Refuses periods that are not released ({@link isReleased}), and `knownAt` within a day, to callers who do not see the
 * records.
 */
function checkPeriods(measureName: string, { measure, periods, knownAt }: StatisticsRequest): void {
  if (periods.length > mostProtectedPeriods) {
    throw new ApiError(
      "STATISTICS_TOO_LARGE",
      `Expected at most ${mostProtectedPeriods} fiscal years from a caller who is not permitted to see the records, received ${periods.length}.`,
    );
  }
  if (knownAt !== undefined && !endsDay(knownAt)) {
    throw new ApiError(
      "TABLE_TOO_DETAILED",
      `Expected knownAt to be a day from a caller who is not permitted to see the records, received ${shown(DateTimeScalar.serialize(knownAt))}.`,
    );
  }
  const unreleased = periods.find((period) => !isReleased(measure, period));
  if (!unreleased) return;
  throw new ApiError(
    "TABLE_TOO_DETAILED",
    `Expected fiscalYears for ${measureName} from a caller who is not permitted to see the records, received everything up to ${unreleased.to}: the numbers of two days would show what happened between them.`,
  );
}

function checkDimensions(
  measureName: string,
  { measure, groupBy, filter }: StatisticsRequest,
  open: readonly string[],
): void {
  const repeated = groupBy.find((name, index) => groupBy.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new ApiError(
      "INVALID_GROUPING",
      `Expected each dimension once in groupBy, received ${enumName(repeated)} twice.`,
    );
  }
  for (const [what, names] of [
    ["groupBy", groupBy],
    ["filter", filteredBy(filter)],
  ] as const) {
    const unknown = names.find((name) => !(name in measure.dimensions));
    if (unknown !== undefined) {
      throw new ApiError(
        "INVALID_GROUPING",
        `Expected in ${what} a dimension of ${measureName}: ${open.map(enumName).join(", ")}; received ${enumName(unknown)}.`,
      );
    }
  }
}

function checkSize(
  { measure, groupBy, periods, rule }: StatisticsRequest,
  table: readonly string[],
): void {
  if (rule) checkDetail(measure, table);
  const names = rule ? protectedDimensions(measure, table).map(({ name }) => name) : groupBy;
  const sizes = names.map((name) => dimensionOf(measure, name).most);
  const groups = sizes.reduce((product, size) => product * size, periods.length);
  if (groups > mostGroups) {
    throw new ApiError(
      "STATISTICS_TOO_LARGE",
      `Expected a grouping that comes to at most ${mostGroups} groups, received one that can come to ${groups}: ${names.map((name, index) => `${enumName(name)} ${sizes[index] ?? 0}`).join(" × ")} × ${periods.length} periods.`,
    );
  }
}

/**
 * Callers who do not see the records get tables of two dimensions; a fine dimension only alone or with the one it lies
 * within.
 */
function checkDetail(measure: Measure, table: readonly string[]): void {
  const expected = "from a caller who is not permitted to see the records";
  if (table.length > mostProtectedDimensions) {
    throw new ApiError(
      "TABLE_TOO_DETAILED",
      `Expected at most ${mostProtectedDimensions} dimensions in groupBy and filter together ${expected}, received ${table.length}: ${table.map(enumName).join(", ")}.`,
    );
  }
  for (const name of table) {
    const { within } = dimensionOf(measure, name);
    const other = table.find((each) => each !== name && each !== within);
    if (within === undefined || other === undefined) continue;
    throw new ApiError(
      "TABLE_TOO_DETAILED",
      `Expected ${enumName(name)} by itself or with ${enumName(within)} ${expected}, received it with ${enumName(other)}.`,
    );
  }
}

export { enumName };
