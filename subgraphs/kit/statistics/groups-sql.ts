import type { SqlParameters } from "../database/sql-parameters";
import { compileFilter, type FilterColumn, type FilterInput } from "../filter/compile-filter";
import { tableAsKnown } from "../history/table-as-known";
import { countingSql } from "./counting-sql";
import { beginsSql } from "./coverage-table";
import { isAdditive, type Measure } from "./measure";
import type { StatisticsPeriod } from "./statistics-period";
import type { NamedDimension, StatisticsRequest } from "./statistics-request";

/** Groups to count. */
export interface GroupsQuery extends Pick<StatisticsRequest, "measure" | "periods" | "knownAt"> {
  /** What the groups have keys of, in the order of the columns `k0`, `k1`, … */
  readonly grouped: readonly NamedDimension[];
  /** The filter, which chooses what is counted; and the dimensions it names. */
  readonly where?: { readonly filter: FilterInput; readonly dimensions: readonly NamedDimension[] };
  /** A filter that only marks the groups that meet it: a condition on each dimension that it names. */
  readonly marked?: FilterInput;
  /** True to count the persons, and to read every sum that does not follow from the groups: needed to protect them. */
  readonly isProtected: boolean;
  /** Whether sums are read even so. */
  readonly everySum?: true;
}

/** True if all sums, and for protected groups the persons of each, follow from the groups. */
export function addsUp({ measure, grouped, where, isProtected }: GroupsQuery): boolean {
  const { persons } = measure;
  return (
    isAdditive(measure) &&
    !(isProtected && persons?.how === "distinct") &&
    ![...grouped, ...(where?.dimensions ?? [])].some(({ overlapping }) => overlapping)
  );
}

/**
 * The statement that counts groups. A row for each period and group, one for a period without any: `begins`, the day that
 * the records begin on, `place` of the period, `mask` (1 for each dimension
 * that is summed over, the first the highest bit), `k…` the keys, `s…` whether the group meets the condition on a
 * dimension, `n` the count, `r` the records, `p` the persons.
 */
export function groupsSql(query: GroupsQuery, parameters: SqlParameters): string {
  const { measure, grouped, where, isProtected } = query;
  const { from, when } = periodsSql(measure, query.periods, parameters);
  const joined = [
    ...new Map([...grouped, ...(where?.dimensions ?? [])].map((d) => [d.name, d])).values(),
  ];
  const joins = new Set([measure.join, ...joined.map(({ join }) => join)]);
  const conditions = [
    when,
    measure.where,
    ...(where ? compileFilter(where.filter, columnsOf(where.dimensions), parameters) : []),
  ];
  const keys = grouped.map(({ sql }, index) => `, ${sql} AS k${index}`);
  const columns = [
    `${maskSql(grouped)} AS mask`,
    ...grouped.map((_dimension, index) => `t.k${index}::text AS k${index}`),
    ...marksSql(
      query,
      ({ index }) => `t.k${index}`,
      (condition) => `bool_and(${condition})`,
      parameters,
    ),
    `(${countingSql(measure.counts, joined)})::integer AS n`,
    `(${countingSql({ how: "rows" }, joined)})::integer AS r`,
    ...(isProtected ? [`(${personsSql(measure, joined)})::integer AS p`] : []),
  ];
  return `SELECT b.begins, y.place::integer AS place, g.* FROM (SELECT ${beginsSql(measure.table)} AS begins) b
CROSS JOIN ${from} LEFT JOIN LATERAL (
  SELECT ${columns.join(", ")} FROM (
    SELECT ${countedColumns(measure)}${keys.join("")}
    FROM ${[sourceSql(query, parameters), ...joins].filter(isGiven).join(" ")}
    WHERE ${conditions.filter(isGiven).join(" AND ")}
  ) t${groupBySql(setsOf(query))}
) g ON true`;
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined;
}

/** The rows of the table, or those that were known of it. */
function sourceSql({ measure, knownAt }: GroupsQuery, parameters: SqlParameters): string {
  const { table, source } = measure;
  const known =
    knownAt === undefined
      ? `"${table}"`
      : tableAsKnown(table, undefined, parameters.add(knownAt.toISOString(), "timestamptz"));
  return `${source ? source(known) : known} t`;
}

/** What the countings name of `t`. */
function countedColumns({ counts, persons }: Measure): string {
  const named = [counts, persons].flatMap((counting) =>
    counting && counting.how !== "rows" ? [counting.of] : [],
  );
  return [...new Set(["t.id", ...named])].join(", ");
}

function periodsSql(
  { time }: Measure,
  periods: readonly StatisticsPeriod[],
  parameters: SqlParameters,
): { readonly from: string; readonly when: string } {
  const column = (values: readonly unknown[], type: string) => parameters.add(values, `${type}[]`);
  const last = periods.map(({ to }) => to);
  if (time.kind === "STOCK") {
    const [only, ...others] = last;
    // Of one day the plan knows that it is one, as it does not of an array.
    const from =
      only !== undefined && others.length === 0
        ? `(VALUES ((SELECT ${parameters.add(only, "date")}), 1)) AS y(day, place)`
        : `unnest(${column(last, "date")}) WITH ORDINALITY AS y(day, place)`;
    return { from, when: time.on("y.day") };
  }
  const years = periods.flatMap(({ fiscalYear }) => fiscalYear ?? []);
  if (time.fiscalYear !== undefined && years.length === periods.length) {
    const from = `unnest(${column(years, "integer")}) WITH ORDINALITY AS y(year, place)`;
    return { from, when: `${time.fiscalYear} = y.year` };
  }
  const first = periods.map((period) => period.from ?? "-infinity");
  const days = `${column(first, "date")}, ${column(last, "date")}`;
  return {
    from: `unnest(${days}) WITH ORDINALITY AS y(first, last, place)`,
    when: `${time.day} BETWEEN y.first AND y.last`,
  };
}

function columnsOf(
  dimensions: readonly NamedDimension[],
  sqlOf: (dimension: NamedDimension, index: number) => string = ({ sql }) => sql,
): Readonly<Record<string, FilterColumn>> {
  return Object.fromEntries(
    dimensions.map((dimension, index) => [
      dimension.name,
      { sql: sqlOf(dimension, index), type: dimension.type },
    ]),
  );
}

/**
 * For each dimension that a filter names, `s…`: whether a group meets the condition on it.
 *
 * @param query - the dimensions and the filter
 * @param sqlOf - the SQL of a group's key
 * @param ofAll - that a condition holds for all rows that are read as one
 * @param parameters - where values are added
 */
export function marksSql(
  query: Pick<GroupsQuery, "grouped" | "marked">,
  sqlOf: (key: { readonly dimension: NamedDimension; readonly index: number }) => string,
  ofAll: (condition: string) => string,
  parameters: SqlParameters,
): string[] {
  const { grouped, marked } = query;
  const columns = columnsOf(grouped, (dimension, index) => sqlOf({ dimension, index }));
  return grouped.flatMap(({ name }, index) => {
    const own = { [name]: (marked as Record<string, unknown> | undefined)?.[name] };
    const conditions = compileFilter(own, columns, parameters);
    return conditions.length === 0
      ? []
      : [`coalesce(${ofAll(conditions.join(" AND "))}, false) AS s${index}`];
  });
}

function personsSql({ persons }: Measure, dimensions: readonly NamedDimension[]): string {
  return persons ? countingSql(persons, dimensions) : "0";
}

/** Which sums are read: the total if it cannot be added up from the groups; for protection all such sums. */
function setsOf(query: GroupsQuery): readonly (readonly number[])[] {
  const all = query.grouped.map((_dimension, index) => index);
  if (all.length === 0) return [];
  if (addsUp(query) && !query.everySum) return [all];
  return query.isProtected && all.length === 2 ? [all, [0], [1], []] : [all, []];
}

function maskSql(grouped: readonly NamedDimension[]): string {
  const keys = grouped.map((_dimension, index) => `t.k${index}`);
  return keys.length === 0 ? "0" : `GROUPING(${keys.join(", ")})`;
}

function groupBySql(sets: readonly (readonly number[])[]): string {
  const listed = sets.map((set) => set.map((index) => `t.k${index}`).join(", "));
  if (sets.length < 2) return listed.map((set) => ` GROUP BY ${set}`).join("");
  return ` GROUP BY GROUPING SETS (${listed.map((set) => `(${set})`).join(", ")})`;
}
