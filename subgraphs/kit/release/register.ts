import { SqlParameters } from "../database/sql-parameters";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { FilterInput } from "../filter/compile-filter";
import { rowsBy } from "../rows-by";
import { shownCell, suppressedCell } from "../statistics/answer";
import { type Coverage, coverageOf } from "../statistics/coverage";
import type { Queryable } from "../statistics/counted-groups";
import { coverageTable } from "../statistics/coverage-table";
import { marksSql } from "../statistics/groups-sql";
import type { ReleasedView } from "../statistics/released-view";
import type { NamedDimension } from "../statistics/statistics-request";
import type { MarkedGroup } from "../statistics/view-answer";
import { dimensionsName } from "./release-plan";

/** A table to look up. */
export interface WantedTable {
  /** The measure's name. */
  readonly measure: string;
  /** The table that the measure counts. */
  readonly counted: string;
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

/** A table as it was found. */
export interface FoundTable {
  /** `null` if there is no release yet, or was none at the moment asked for. */
  readonly release: ReleaseStamp | null;
  /** The days that the records covered when it was made. */
  readonly covers: Coverage | null;
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
  /** In the last release at this moment; without it, in the last. */
  readonly knownAt?: Date | undefined;
  /** A condition on each dimension that it names; all tables then have the same dimensions. */
  readonly marked?: FilterInput;
}

/** Looks tables up in the register, with one statement. */
export async function lookUp(database: Queryable, asked: LookUp): Promise<FoundTable[]> {
  const { name, tables, knownAt, marked } = asked;
  const parameters = new SqlParameters();
  const column = (valueOf: (table: WantedTable) => string | null) =>
    parameters.add(tables.map(valueOf), "text[]");
  const wanted = [
    column(({ measure }) => measure),
    column(({ dimensions }) => dimensionsName(dimensions)),
    column(({ period }) => period),
    column(({ counted }) => counted),
  ];
  const grouped = tables[0]?.dimensions ?? [];
  const until =
    knownAt === undefined
      ? ""
      : ` WHERE released_at <= ${parameters.add(knownAt.toISOString(), "timestamptz")}`;
  const marks = marksSql(
    { grouped, ...(marked && { marked }) },
    ({ dimension: { type }, index }) => `c.k${index}::${type}`,
    (condition) => condition,
    parameters,
  );
  const rows = await database.query<RegisterRow[]>(
    `/* ${name} */
WITH v AS (SELECT vintage, released_at, threshold, width FROM release${until} ORDER BY vintage DESC LIMIT 1)
SELECT (w.place - 1)::integer AS "table", b.begins::text AS begins, v.*, t.period, t.withheld, t.inner_withheld,
  c.mask, c.k0, c.k1, c.value, c.lower, c.upper${marks.map((mark) => `, ${mark}`).join("")}
FROM unnest(${wanted.join(", ")}) WITH ORDINALITY AS w(measure, dimensions, period, counted, place)
LEFT JOIN ${coverageTable} b ON b.counted = w.counted
LEFT JOIN v ON true
LEFT JOIN released_table t ON t.vintage = v.vintage AND t.measure = w.measure AND t.dimensions = w.dimensions
  AND t.period = coalesce(w.period, (SELECT max(l.period) FROM released_table l
    WHERE l.vintage = v.vintage AND l.measure = w.measure AND l.dimensions = w.dimensions))
LEFT JOIN released_cell c ON c.vintage = t.vintage AND c.measure = t.measure AND c.dimensions = t.dimensions
  AND c.period = t.period
ORDER BY w.place, c.place`,
    parameters.values,
  );
  const found = rowsBy(rows, ({ table }) => table);
  return tables.map(({ dimensions }, index) => foundTable(found.get(index) ?? [], dimensions));
}

/** A cell of a released table, with its table and release. */
export interface CellRow {
  readonly released_at: Date;
  readonly threshold: number;
  readonly width: number;
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
  readonly table: number;
  readonly begins: string | null;
  readonly vintage: number | null;
  readonly period: string | null;
}

function foundTable(
  rows: readonly RegisterRow[],
  dimensions: readonly NamedDimension[],
): FoundTable {
  const [first] = rows;
  if (!first || first.vintage === null) {
    return { release: null, covers: null, period: null, view: emptyView, groups: [] };
  }
  const { vintage, released_at: releasedAt, threshold, width } = first;
  const cells = rows.flatMap((row) => {
    if (row.mask === null) return [];
    const keys = keysOf(row.mask, [row.k0, row.k1].slice(0, dimensions.length));
    return [{ row, keys }];
  });
  const isNested = dimensions[1]?.within === dimensions[0]?.name && dimensions.length === 2;
  const children = cells.flatMap(({ keys: [parent, child] }) =>
    parent === undefined && child !== undefined ? [child ?? ""] : [],
  );
  return {
    release: { vintage, releasedAt, rule: { threshold, width } },
    covers: coverageOf(first.begins, releasedAt),
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

const emptyView: ReleasedView = {
  groups: [],
  withheld: [false, false],
  innerWithheld: false,
  shownByName: null,
};

/** The bits of a mask say which dimensions are summed over, the first the highest. */
export function keysOf(
  mask: number,
  keys: readonly (string | null)[],
): (string | null | undefined)[] {
  const last = keys.length - 1;
  return keys.map((key, index) => ((mask >> (last - index)) & 1 ? undefined : key));
}
