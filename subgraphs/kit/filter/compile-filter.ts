import { ApiError, shown } from "../errors";
import { normalForm } from "../normal-form";
import type { SqlParameters } from "../database/sql-parameters";
import type { ClosedList } from "./known-codes";

/** PostgreSQL types a filter or an ordering can compare. */
export type SqlType = "text" | "integer" | "bigint" | "date" | "boolean";

/**
 * How a text is written: `free` as a person likes, so that its normal form is compared; `number` in that form already
 * (`isNumber`), so that only what is looked for is brought into it, and the column's own index serves.
 */
export type Written = "free" | "number";

/**
 * What a filter field compares. A plain column gives `sql`; a date known only to a year or month gives its
 * `earliest` and `latest` possible day, and both must meet the condition. What another table holds gives its `sql` there
 * and `among`, the condition on the list's `t` that one of the rows there meets a condition: as
 * `t.id IN (SELECT … WHERE <condition>)`, which an index of that table serves. Where `codes` says which values there are,
 * a filter by another is refused.
 */
export type FilterColumn =
  | {
      readonly sql: string;
      readonly type: SqlType;
      readonly codes?: ClosedList;
      readonly written?: Written;
      /** True if it says which person a node is about: a person who is looked for by it counts as seen. */
      readonly identifiesPerson?: boolean;
    }
  | {
      readonly sql: string;
      readonly type: SqlType;
      readonly codes?: ClosedList;
      /** `day` gives the SQL of the day of the list, where there is one. */
      readonly among: (condition: string, day?: () => string) => string;
    }
  | {
      readonly earliest: string;
      readonly latest: string;
      readonly type: "date";
      readonly codes?: undefined;
    };

/** How many values a condition may name. */
export const mostValues = 1_000;

/** A filter as type-graphql hands it over: field → operator → value. */
export type FilterInput = object;

/**
 * Turns a filter into SQL conditions, all of which must hold.
 *
 * @param columns - what each field of the filter stands for
 * @throws ApiError INVALID_FILTER for a null operand, a part of a text with nothing visible, or more than 1,000 values
 */
export function compileFilter(
  filter: FilterInput | null | undefined,
  columns: Readonly<Record<string, FilterColumn>>,
  parameters: SqlParameters,
): string[] {
  return operationsOf(filter).flatMap(([field, conditions]) =>
    operationsOf(conditions as FilterInput | null).map(([operator, operand]) => {
      const column = columns[field];
      if (!column) throw new Error(`no column for filter field ${field}`);
      checkOperand(`${field}.${operator}`, operator, operand);
      return comparisonSql(column, operator, operand, parameters);
    }),
  );
}

/**
 * The SQL of one comparison: true where it holds, else false or null.
 *
 * @param day - gives the SQL of the day of the list
 */
export function comparisonSql(
  column: FilterColumn,
  operator: string,
  operand: unknown,
  parameters: SqlParameters,
  day?: () => string,
): string {
  return "among" in column
    ? conditionAmong(column, operator, operand, parameters, day)
    : condition(column, operator, operand, parameters);
}

/** What an input has: its fields that are given. */
export function operationsOf(input: FilterInput | null | undefined): [string, unknown][] {
  return Object.entries(input ?? {}).filter(([, value]) => value !== undefined);
}

/**
 * Refuses what cannot be compared with.
 *
 * @param place - where it stands in the filter, as `name.contains`
 * @throws ApiError INVALID_FILTER for null, a part of a text with nothing visible, or more than 1,000 values
 */
export function checkOperand(place: string, operator: string, operand: unknown): void {
  if (operand === null) {
    throw new ApiError(
      "INVALID_FILTER",
      `Expected a value for ${place}, received null. To find what is unknown, use isNull: true.`,
    );
  }
  if (operator === "contains" && operand !== "" && formOf(operand) === "") {
    throw new ApiError(
      "INVALID_FILTER",
      `Expected a text that can be seen for ${place}, received ${shown(operand)}.`,
    );
  }
  if (Array.isArray(operand) && operand.length > mostValues) {
    throw new ApiError(
      "INVALID_FILTER",
      `Expected at most ${mostValues} values for ${place}, received ${shown(operand.length)}.`,
    );
  }
}

/** What no row there holds is unknown. */
function conditionAmong(
  column: Extract<FilterColumn, { among: unknown }>,
  operator: string,
  operand: unknown,
  parameters: SqlParameters,
  day: (() => string) | undefined,
): string {
  return operator === "isNull"
    ? `(NOT ${column.among("TRUE", day)}) = ${parameters.add(operand, "boolean")}`
    : column.among(condition(column, operator, operand, parameters), day);
}

function condition(
  column: FilterColumn,
  operator: string,
  operand: unknown,
  parameters: SqlParameters,
): string {
  const [low, high] = "sql" in column ? [column.sql, column.sql] : [column.earliest, column.latest];
  const value = (type: string = column.type) => parameters.add(operand, type);
  if (
    "written" in column &&
    column.written !== undefined &&
    (operator === "eq" || operator === "in")
  ) {
    const sql = column.written === "free" ? `normal_form(${low})` : low;
    return operator === "eq"
      ? `${sql} = ${parameters.add(formOf(operand), "text")}`
      : `${sql} = ANY(${parameters.add((operand as unknown[]).map(formOf), "text[]")})`;
  }
  switch (operator) {
    case "eq": {
      const placeholder = value();
      return low === high
        ? `${low} = ${placeholder}`
        : `(${low} = ${placeholder} AND ${high} = ${placeholder})`;
    }
    case "in":
      return `${low} = ANY(${value(`${column.type}[]`)})`;
    case "gte":
      return `${low} >= ${value()}`;
    case "lte":
      return `${high} <= ${value()}`;
    case "contains":
      return `position(lower(${parameters.add(formOf(operand), "text")}) in lower(normal_form(${low}))) > 0`;
    case "isNull":
      return `(${low} IS NULL) = ${value("boolean")}`;
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}

function formOf(text: unknown): unknown {
  return typeof text === "string" ? normalForm(text) : text;
}
