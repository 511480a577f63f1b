import { DataSource } from "typeorm";
import { readObjects } from "../database/read-rows";
import { SqlParameters } from "../database/sql-parameters";
import { StatementNames } from "../database/statement-names";
import type { CountedCell } from "../disclosure/counted-cell";
import { addsUp, type GroupsQuery, groupsSql } from "./groups-sql";
import type { NamedDimension } from "./statistics-request";

/** A group as it was counted. */
export interface CountedGroup extends CountedCell {
  /** The place of its period, from 0. */
  readonly period: number;
  /** One for each dimension of the query; `undefined` where it is summed over, `null` where it is unknown. */
  readonly keys: readonly (string | null | undefined)[];
  /** Whether it meets the filter's conditions on each dimension. */
  readonly meets: readonly boolean[];
  /** How many rows of the counted table it was counted from. */
  readonly records: number;
}

/** What runs statements: a database, or a transaction in one. */
export type Queryable = Pick<DataSource, "query">;

/** Groups as they were counted, and the day on which the records begin. */
export interface CountedGroups {
  readonly groups: readonly CountedGroup[];
  /** The day that the records begin on; `null` where there are none. */
  readonly begins: string | null;
}

const usualStatements = new StatementNames("groups", 100);

/** True if one plan is the best whatever the values: a filter or an earlier state may need another. */
function isOfOnePlan({ where, marked, knownAt }: GroupsQuery): boolean {
  return where === undefined && marked === undefined && knownAt === undefined;
}

/**
 * Counts groups, and where they are to be protected their sums, with one statement.
 *
 * @param name - the statement's tag
 */
export async function readGroups(
  database: Queryable,
  name: string,
  query: GroupsQuery,
): Promise<CountedGroups> {
  const parameters = new SqlParameters();
  const sql = groupsSql(query, parameters);
  const { values } = parameters;
  const kept = isOfOnePlan(query) ? usualStatements : undefined;
  const rows: Readonly<Record<string, unknown>>[] =
    database instanceof DataSource
      ? await readObjects(database, { tag: name, sql, values, kept })
      : await database.query(`/* ${name} */ ${sql}`, values);
  const { groups, begins } = countedGroups(rows, query.grouped);
  return {
    groups: query.isProtected && addsUp(query) ? [...groups, ...sumsOf(groups)] : groups,
    begins,
  };
}

/** The sums over one dimension or over all, of groups that have two or one. */
export function sumsOf(groups: readonly CountedGroup[]): CountedGroup[] {
  const sums = new Map<string, Sum>();
  for (const { period, keys, meets, count, records, persons } of groups) {
    for (const kept of keys.length === 2 ? bothAndNone : keys.length === 1 ? none : []) {
      const name = `${period} ${groupName(keys.filter((_key, index) => index === kept))} ${kept}`;
      const known = sums.get(name);
      if (known) {
        known.count += count;
        known.records += records;
        known.persons += persons;
      } else {
        const own = keys.map((key, index) => (index === kept ? key : undefined));
        sums.set(name, {
          period,
          keys: own,
          meets: meets.map(() => true),
          count,
          records,
          persons,
        });
      }
    }
  }
  return [...sums.values()];
}

/** A sum that more is added to. */
type Sum = { -readonly [Property in keyof CountedGroup]: CountedGroup[Property] };

/** Which of two dimensions a sum keeps; -1 for neither. */
const [bothAndNone, none] = [[0, 1, -1], [-1]] as const;

/** A name of keys, which others do not have: `undefined`, `null` and every text differ. */
export function groupName(keys: CountedGroup["keys"]): string {
  let name = "";
  for (const key of keys) {
    name += key === undefined ? "+" : key === null ? "-" : `${key.length}:${key}`;
  }
  return name;
}

/** The number of records that the groups of a period were counted from: that of their sum, if it was read. */
export function recordsOf(groups: readonly CountedGroup[]): number {
  const sum = groups.find(({ keys }) => keys.every((key) => key === undefined));
  return sum ? sum.records : groups.reduce((before, { records }) => before + records, 0);
}

/** The rows of {@link groupsSql}. A period without groups has one row, without keys. */
export function countedGroups(
  rows: readonly Readonly<Record<string, unknown>>[],
  grouped: readonly NamedDimension[],
): CountedGroups {
  return {
    groups: rows.filter(({ n }) => n !== null).map((row) => groupOf(row, grouped)),
    begins: (rows[0]?.["begins"] ?? null) as string | null,
  };
}

function groupOf(
  row: Readonly<Record<string, unknown>>,
  grouped: readonly NamedDimension[],
): CountedGroup {
  const mask = Number(row["mask"]);
  const last = grouped.length - 1;
  return {
    period: Number(row["place"]) - 1,
    keys: grouped.map((_dimension, index) =>
      (mask >> (last - index)) & 1 ? undefined : (row[`k${index}`] as string | null),
    ),
    meets: grouped.map((_dimension, index) => row[`s${index}`] !== false),
    count: Number(row["n"]),
    records: Number(row["r"]),
    persons: Number(row["p"] ?? 0),
  };
}
