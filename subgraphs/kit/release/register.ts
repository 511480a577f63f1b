import type { DataSource } from "typeorm";
import { readRows } from "../database/read-rows";
import { SqlParameters } from "../database/sql-parameters";
import { StatementNames } from "../database/statement-names";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { FilterInput } from "../filter/compile-filter";
import { dataDigest } from "../data-digest";
import { rowsBy } from "../rows-by";
import { shownCell, suppressedCell } from "../statistics/answer";
import { type Coverage, coverageOf } from "../statistics/coverage";
import type { Queryable } from "../statistics/counted-groups";
import { coverageTable } from "../statistics/coverage-table";
import { marksSql } from "../statistics/groups-sql";
import type { ReleasedView } from "../statistics/released-view";
import type { NamedDimension } from "../statistics/statistics-request";
import type { MarkedGroup } from "../statistics/view-answer";
import { keptByDatabase } from "./kept-by-database";
import { dimensionsName } from "./release-plan";

/** A table to look up. */
export interface WantedTable {
  /** The measure's name. */
  readonly measure: string;
  readonly dimensions: readonly NamedDimension[];
  /** The period's name; `null` for the last that is released. */
  readonly period: string | null;
}

/** Which release an answer is from. */
export interface ReleaseStamp {
  readonly vintage: number;
  readonly releasedAt: Date;
  readonly rule: DisclosureRule;
}

/** The releases, the last first. */
export function releases(
  database: Queryable,
  name: string,
  most: number,
): Promise<Pick<ReleaseStamp, "vintage" | "releasedAt">[]> {
  return database.query(
    `/* ${name} */ SELECT vintage, released_at AS "releasedAt" FROM release ORDER BY vintage DESC LIMIT $1`,
    [most],
  );
}

/** The release that a caller is answered from. */
export interface AnsweringRelease {
  /** `null` if there is no release yet, or was none at the moment asked for. */
  readonly release: ReleaseStamp | null;
  /** The days that the records of counted tables covered when it was made. */
  readonly covers: ReadonlyMap<string, Coverage | null>;
}

/**
 * The release to look in, with one statement.
 *
 * @param counted - the tables that are counted
 * @param knownAt - the last release at this moment; without it, the last
 */
export async function answeringRelease(
  database: DataSource,
  name: string,
  counted: readonly string[],
  knownAt?: Date,
): Promise<AnsweringRelease> {
  const values = [[...new Set(counted)], knownAt?.toISOString() ?? null];
  const rows = await readRows(database, { tag: name, sql: releaseSql, values, kept: names });
  const stamps = rows as unknown as readonly StampRow[];
  const [first] = stamps;
  if (!first || first[2] === null) return { release: null, covers: new Map() };
  const [, , vintage, releasedAt, threshold, width] = first;
  return {
    release: { vintage, releasedAt, rule: { threshold, width } },
    covers: new Map(stamps.map(([table, begins]) => [table, coverageOf(begins, releasedAt)])),
  };
}

type StampRow = readonly [
  counted: string,
  begins: string | null,
  vintage: number | null,
  releasedAt: Date,
  threshold: number,
  width: number,
];

const names = new StatementNames("release", 50);

const releaseSql = `SELECT w.counted, b.begins::text, v.vintage, v.released_at, v.threshold, v.width
FROM unnest($1::text[]) AS w(counted)
LEFT JOIN ${coverageTable} b ON b.counted = w.counted
LEFT JOIN (SELECT * FROM release WHERE $2::timestamptz IS NULL OR released_at <= $2 ORDER BY vintage DESC LIMIT 1) v ON true`;

/** A table as it was found. What a release says of it never changes. */
export interface FoundTable {
  /** The period's name; `null` if the table is not released for that period. */
  readonly period: string | null;
  readonly view: ReleasedView;
  /** Its groups, and whether each meets the filter. */
  readonly groups: readonly MarkedGroup[];
}

/** How tables are looked up. */
export interface LookUp {
  /** Names the statement. */
  readonly name: string;
  readonly tables: readonly WantedTable[];
  /** A condition on each dimension that it names; all tables then have the same dimensions. */
  readonly marked?: FilterInput;
}

/** Looks tables of a release up, with one statement for those that have not been asked for lately. */
export async function lookUp(
  database: DataSource,
  release: ReleaseStamp,
  asked: LookUp,
): Promise<FoundTable[]> {
  const { tables, marked } = asked;
  const kept = keptTables(database);
  const filter = dataDigest(marked ?? {});
  const keys = tables.map((table) => tableKey(release, table, filter));
  const found = keys.map((key) => kept.get(key));
  const missing = tables.filter((_table, index) => !found[index]);
  const read =
    missing.length > 0
      ? await readTables(database, release.vintage, { ...asked, tables: missing })
      : [];
  return keys.map((key, index) => {
    const known = found[index];
    if (known) return known;
    const table = read.shift() ?? noTable;
    // What is not there may come, while a register is put back.
    if (table !== noTable) kept.set(key, table, table.groups.length);
    return table;
  });
}

/** As many tables, and cells of them. */
const keptTables = keptByDatabase<FoundTable>(5_000, 50_000);

/**
 * What a table is kept by.
 *
 * @param release - with its moment: a database that was put back to an earlier state counts its releases again
 * @param filter - the digest of what marks its groups
 */
export function tableKey(
  { vintage, releasedAt }: Pick<ReleaseStamp, "vintage" | "releasedAt">,
  { measure, dimensions, period }: WantedTable,
  filter: string,
): string {
  const table = [measure, dimensionsName(dimensions), period, filter];
  return JSON.stringify([vintage, releasedAt.getTime(), ...table]);
}

/** Reads tables of a release, with one statement. */
async function readTables(
  database: DataSource,
  vintage: number,
  { name, tables, marked }: LookUp,
): Promise<FoundTable[]> {
  const parameters = new SqlParameters();
  const column = (valueOf: (table: WantedTable) => string | null) =>
    parameters.add(tables.map(valueOf), "text[]");
  const wanted = [
    column(({ measure }) => measure),
    column(({ dimensions }) => dimensionsName(dimensions)),
    column(({ period }) => period),
  ];
  const of = parameters.add(vintage, "integer");
  const marks = marksSql(
    { grouped: tables[0]?.dimensions ?? [], ...(marked && { marked }) },
    ({ dimension: { type }, index }) => `c.k${index}::${type}`,
    (condition) => condition,
    parameters,
  );
  const rows = await database.query<RegisterRow[]>(
    `/* ${name}.tables */
SELECT (w.place - 1)::integer AS "table", t.period, t.withheld, t.inner_withheld,
  c.mask, c.k0, c.k1, c.value, c.lower, c.upper${marks.map((mark) => `, ${mark}`).join("")}
FROM unnest(${wanted.join(", ")}) WITH ORDINALITY AS w(measure, dimensions, period, place)
JOIN released_table t ON t.vintage = ${of} AND t.measure = w.measure AND t.dimensions = w.dimensions
  AND t.period = coalesce(w.period, (SELECT max(l.period) FROM released_table l
    WHERE l.vintage = ${of} AND l.measure = w.measure AND l.dimensions = w.dimensions))
JOIN released_cell c ON c.vintage = t.vintage AND c.measure = t.measure AND c.dimensions = t.dimensions
  AND c.period = t.period
ORDER BY w.place, c.place`,
    parameters.values,
  );
  const byTable = rowsBy(rows, ({ table }) => table);
  return tables.map(({ dimensions }, index) => tableOf(byTable.get(index) ?? [], dimensions));
}

/** A cell of a released table, with its table. */
export interface CellRow {
  readonly withheld: [boolean, boolean];
  readonly inner_withheld: boolean;
  /** `null` where the table has no cell. */
  readonly mask: number | null;
  readonly k0: string | null;
  readonly k1: string | null;
  readonly value: number | null;
  readonly lower: number;
  readonly upper: number | null;
}

interface RegisterRow extends CellRow {
  readonly mask: number;
  readonly table: number;
  readonly period: string;
}

function tableOf(rows: readonly RegisterRow[], dimensions: readonly NamedDimension[]): FoundTable {
  const [first] = rows;
  if (!first) return noTable;
  const cells = rows.map((row) => ({
    row,
    keys: keysOf(row.mask, [row.k0, row.k1].slice(0, dimensions.length)),
  }));
  const isNested = dimensions[1]?.within === dimensions[0]?.name && dimensions.length === 2;
  const children = cells.flatMap(({ keys: [parent, child] }) =>
    parent === undefined && child !== undefined ? [child ?? ""] : [],
  );
  return {
    period: first.period,
    view: {
      groups: cells.map(({ keys, row: { value, lower, upper } }) => ({
        keys,
        cell: value === null ? suppressedCell(lower, upper) : shownCell(value),
      })),
      withheld: first.withheld,
      innerWithheld: first.inner_withheld,
      shownByName: isNested ? new Set(children) : null,
    },
    groups: cells.map(({ keys, row }) => ({
      keys,
      meets: dimensions.map((_dimension, index) => {
        return (row as unknown as Record<string, unknown>)[`s${index}`] !== false;
      }),
    })),
  };
}

const noTable: FoundTable = {
  period: null,
  view: { groups: [], withheld: [false, false], innerWithheld: false, shownByName: null },
  groups: [],
};

/** The bits of a mask say which dimensions are summed over, the first the highest. */
export function keysOf(
  mask: number,
  keys: readonly (string | null)[],
): (string | null | undefined)[] {
  const last = keys.length - 1;
  return keys.map((key, index) => ((mask >> (last - index)) & 1 ? undefined : key));
}
