import { ApiError, shown } from "../../kit/errors";
import { codesOfSql } from "../../kit/filter/known-codes";
import { listed } from "../../kit/listed";
import type { RequestContext } from "../../kit/request/request-context";
import type { GivenRow, GivenTable } from "../../kit/release/check/check-task";
import { periodName } from "../../kit/release/reference-periods";
import { enumName, fieldName } from "../../kit/statistics/dimension-names";
import type { Measure } from "../../kit/statistics/measure";
import { type NamedDimension, protectedDimensions } from "../../kit/statistics/statistics-request";
import { periodsOf } from "../statistics/check-statistics";
import type { RowToPublish, TableToPublish } from "./release-check-inputs";

/** The most tables of one check. */
export const mostTables = 100;

/** The most rows of all its tables together. */
export const mostRows = 1_000;

const mostDimensions = 2;

/** The solver is exact with numbers up to this. */
const mostCounted = 10_000_000;

/**
 * The tables of a check, once it is certain that they can be read.
 *
 * @throws ApiError STATISTICS_TOO_LARGE, INVALID_TABLE, INVALID_GROUPING, TABLE_TOO_DETAILED, CONTRADICTORY_DATES or
 * INVALID_FISCAL_YEAR
 */
export async function givenTables(
  tables: readonly TableToPublish[],
  context: RequestContext,
): Promise<GivenTable[]> {
  requireSize(tables);
  return Promise.all(tables.map((table, index) => givenTable(table, `tables[${index}]`, context)));
}

function requireSize(tables: readonly TableToPublish[]): void {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (tables.length > mostTables || rows > mostRows) {
    throw new ApiError(
      "STATISTICS_TOO_LARGE",
      `Expected at most ${mostTables} tables with ${mostRows} rows together, received ${tables.length} with ${rows}.`,
    );
  }
  if (tables.length === 0) throw invalid("Expected at least one table in tables, received none.");
  const empty = tables.findIndex((table) => table.rows.length === 0);
  if (empty >= 0) throw invalid(`Expected at least one row in tables[${empty}], received none.`);
}

async function givenTable(
  { measure: name, groupBy, asOf, fiscalYear, complete, rows }: TableToPublish,
  place: string,
  context: RequestContext,
): Promise<GivenTable> {
  const measure = context.statistics.declared(name);
  const dimensions = dimensionsOf(name, measure, groupBy.map(fieldName), place, context);
  const fiscalYears = fiscalYear == null ? undefined : [fiscalYear];
  const [period] = periodsOf({ asOf, fiscalYears, defaultDay: context.asOf });
  const named = period && periodName(measure, period);
  if (named == null) {
    throw invalid(`Expected fiscalYear in ${place}, as ${name} is a flow, received none.`);
  }
  const given = rows.map((row, index) => givenRow(row, dimensions, `${place}.rows[${index}]`));
  requireOnce(given, place);
  await requireCodes(given, dimensions, place, context);
  return {
    measure: name,
    dimensions: dimensions.map((each) => each.name),
    period: named,
    isComplete: complete,
    rows: given,
  };
}

/** The dimensions of a table, a fine one behind the one it lies within. */
function dimensionsOf(
  name: string,
  measure: Measure,
  groupBy: readonly string[],
  place: string,
  context: RequestContext,
): NamedDimension[] {
  const repeated = groupBy.find((each, index) => groupBy.indexOf(each) !== index);
  if (repeated !== undefined) {
    throw new ApiError(
      "INVALID_GROUPING",
      `Expected each dimension once in groupBy of ${place}, received ${enumName(repeated)} twice.`,
    );
  }
  const unknown = groupBy.find((each) => !(each in measure.dimensions));
  if (unknown !== undefined) {
    const open = context.statistics.openDimensions(name).map(enumName).join(", ");
    throw new ApiError(
      "INVALID_GROUPING",
      `Expected in groupBy of ${place} a dimension of ${name}: ${open}; received ${enumName(unknown)}.`,
    );
  }
  const dimensions = protectedDimensions(measure, groupBy);
  const coarse = dimensions.find((each) => !groupBy.includes(each.name));
  if (coarse) {
    const fine = dimensions.find(({ within }) => within === coarse.name);
    throw new ApiError(
      "INVALID_GROUPING",
      `Expected ${enumName(coarse.name)} in groupBy of ${place} too, as everybody knows in which of its groups those by ${enumName(fine?.name ?? "")} lie.`,
    );
  }
  if (dimensions.length > mostDimensions) {
    throw new ApiError(
      "TABLE_TOO_DETAILED",
      `Expected at most ${mostDimensions} dimensions in groupBy of ${place}, received ${dimensions.length}: ${groupBy.map(enumName).join(", ")}.`,
    );
  }
  return dimensions;
}

function givenRow(
  row: RowToPublish,
  dimensions: readonly NamedDimension[],
  place: string,
): GivenRow {
  const { count = null, lower = null, upper = null, ...keys } = row;
  const names = dimensions.map(({ name }) => name);
  const other = Object.keys(keys).find((name) => keys[name] != null && !names.includes(name));
  if (other !== undefined) {
    throw invalid(
      `Expected in ${place} keys by which its table is grouped, received one by ${enumName(other)}.`,
    );
  }
  if (count !== null && (lower !== null || upper !== null)) {
    throw invalid(`Expected in ${place} a count, or bounds where it is hidden, received both.`);
  }
  const outside = [count, lower, upper].find(
    (number) => number !== null && (number < 0 || number > mostCounted),
  );
  if (outside !== undefined) {
    throw invalid(`Expected in ${place} numbers of 0–${mostCounted}, received ${outside}.`);
  }
  if (lower !== null && upper !== null && lower > upper) {
    throw invalid(
      `Expected in ${place} lower <= upper, received lower ${lower} and upper ${upper}.`,
    );
  }
  return {
    keys: names.map((name) => {
      const key = keys[name];
      return key == null ? key : String(key);
    }),
    count,
    interval: { lower: lower ?? 0, upper: upper ?? Infinity },
  };
}

function requireOnce(rows: readonly GivenRow[], place: string): void {
  const seen = new Map<string, number>();
  for (const [index, { keys }] of rows.entries()) {
    const name = JSON.stringify(keys.map((key) => (key === undefined ? 0 : key)));
    const before = seen.get(name);
    if (before !== undefined) {
      throw invalid(
        `Expected each group once in ${place}, received the one of rows[${before}] again in rows[${index}].`,
      );
    }
    seen.set(name, index);
  }
}

async function requireCodes(
  rows: readonly GivenRow[],
  dimensions: readonly NamedDimension[],
  place: string,
  context: RequestContext,
): Promise<void> {
  for (const [at, { name, codes: list }] of dimensions.entries()) {
    if (!list) continue;
    const codes = "sql" in list ? await context.load(codesOfSql, list.sql) : list;
    for (const [index, { keys }] of rows.entries()) {
      const key = keys[at];
      if (key == null || codes.has(key)) continue;
      throw invalid(
        `Expected for ${enumName(name)} in ${place}.rows[${index}] one of ${listed([...codes].map(shown))}; received ${shown(key)}.`,
      );
    }
  }
}

function invalid(message: string): ApiError {
  return new ApiError("INVALID_TABLE", message);
}
