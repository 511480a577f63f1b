import { SqlParameters } from "../database/sql-parameters";
import { compileFilter, type FilterColumn } from "../filter/compile-filter";
import { tableAsKnown } from "../history/table-as-known";
import { countingSql } from "./counting-sql";
import { isAdditive, type Measure } from "./measure";
import {
  filteredBy,
  type NamedDimension,
  type StatisticsPeriod,
  type StatisticsRequest,
} from "./statistics-request";

/** A statement, and how its answer is to be read. */
export interface StatisticsSql {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The dimensions its groups have, in the order of the columns `k0`, `k1`, … */
  readonly dimensions: readonly NamedDimension[];
}

/**
 * The one statement of a statistics field. A row for each period and group: `place` of the period, `mask` (1 for each
 * dimension that is summed over, the first the highest bit), `k…` the keys, `n` the count, `p` the persons.
 *
 * For a caller who may see the records, the filter chooses what is counted. For another, everything is counted, with
 * every sum, and `s…` says of each dimension of the filter whether a group meets it: whether a group is too small is
 * decided on the whole, whatever part of it is asked for.
 */
export function statisticsSql(
  request: StatisticsRequest,
  tableDimensions: readonly NamedDimension[],
): StatisticsSql {
  const { name, measure, rule, filter, groupBy } = request;
  const parameters = new SqlParameters();
  const grouped = rule
    ? tableDimensions
    : tableDimensions.filter((dimension) => groupBy.includes(dimension.name));
  const { from, when } = periodsSql(measure, request.periods, parameters);
  const joins = [measure.join, ...tableDimensions.map(({ join }) => join)];
  const conditions = [
    when,
    measure.where,
    ...(rule ? [] : compileFilter(filter, columnsOf(tableDimensions), parameters)),
  ];
  const keys = grouped.map(({ sql }, index) => `, ${sql} AS k${index}`);
  const columns = [
    `${maskSql(grouped)} AS mask`,
    ...grouped.map((_dimension, index) => `t.k${index}::text AS k${index}`),
    ...(rule ? selectionsSql(request, grouped, parameters) : []),
    `(${countingSql(measure.counts, tableDimensions)})::integer AS n`,
    ...(rule ? [`(${personsSql(measure, tableDimensions)})::integer AS p`] : []),
  ];
  const text = `/* ${name} */
SELECT y.place::integer AS place, g.* FROM ${from} CROSS JOIN LATERAL (
  SELECT ${columns.join(", ")} FROM (
    SELECT ${countedColumns(measure)}${keys.join("")}
    FROM ${[sourceSql(request, parameters), ...new Set(joins)].filter(isGiven).join(" ")}
    WHERE ${conditions.filter(isGiven).join(" AND ")}
  ) t${groupSql(setsOf(request, grouped, tableDimensions))}
) g`;
  return { text, values: parameters.values, dimensions: grouped };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined;
}

/** The rows of the table, or those that were known of it. */
function sourceSql({ measure, knownAt }: StatisticsRequest, parameters: SqlParameters): string {
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
): { from: string; when: string } {
  const column = (values: readonly unknown[], type: string) => parameters.add(values, `${type}[]`);
  if (time.kind === "STOCK") {
    const days = column(
      periods.map(({ to }) => to),
      "date",
    );
    return { from: `unnest(${days}) WITH ORDINALITY AS y(day, place)`, when: time.on("y.day") };
  }
  const isByYear = periods.every(({ fiscalYear }) => fiscalYear !== null);
  if (isByYear && time.fiscalYear !== undefined) {
    const years = column(
      periods.map(({ fiscalYear }) => fiscalYear),
      "integer",
    );
    return {
      from: `unnest(${years}) WITH ORDINALITY AS y(year, place)`,
      when: `${time.fiscalYear} = y.year`,
    };
  }
  const froms = column(
    periods.map(({ from }) => from ?? "-infinity"),
    "date",
  );
  const tos = column(
    periods.map(({ to }) => to),
    "date",
  );
  return {
    from: `unnest(${froms}, ${tos}) WITH ORDINALITY AS y(first, last, place)`,
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

function selectionsSql(
  { filter }: StatisticsRequest,
  grouped: readonly NamedDimension[],
  parameters: SqlParameters,
): string[] {
  const filtered = new Set(filteredBy(filter));
  const columns = columnsOf(grouped, (_dimension, index) => `t.k${index}`);
  return grouped.flatMap(({ name }, index) => {
    if (!filtered.has(name)) return [];
    const own = { [name]: (filter as Record<string, unknown>)[name] };
    const conditions = compileFilter(own, columns, parameters);
    return [`coalesce(bool_and(${conditions.join(" AND ")}), false) AS s${index}`];
  });
}

function personsSql({ persons }: Measure, dimensions: readonly NamedDimension[]): string {
  if (!persons) throw new Error("nobody is behind this measure, and there is nothing to protect");
  return countingSql(persons, dimensions);
}

/** Which sums are read: those that cannot be added up from the groups, and for protection all of them. */
function setsOf(
  { measure, rule }: StatisticsRequest,
  grouped: readonly NamedDimension[],
  joined: readonly NamedDimension[],
): readonly (readonly number[])[] {
  const all = grouped.map((_dimension, index) => index);
  if (all.length === 0) return [];
  if (rule) return all.length === 2 ? [all, [0], [1], []] : [all, []];
  const isSummable = isAdditive(measure) && !joined.some(({ overlapping }) => overlapping);
  return isSummable ? [all] : [all, []];
}

function maskSql(grouped: readonly NamedDimension[]): string {
  const keys = grouped.map((_dimension, index) => `t.k${index}`);
  return keys.length === 0 ? "0" : `GROUPING(${keys.join(", ")})`;
}

function groupSql(sets: readonly (readonly number[])[]): string {
  const [all] = sets;
  if (!all) return "";
  const listed = sets.map((set) => set.map((index) => `t.k${index}`).join(", "));
  return sets.length === 1
    ? ` GROUP BY ${listed.join()}`
    : ` GROUP BY GROUPING SETS (${listed.map((set) => `(${set})`).join(", ")})`;
}
