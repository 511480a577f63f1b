import type { CountedCell } from "../disclosure/counted-cell";
import { rowsBy } from "../rows-by";
import type { CountedGroup } from "../statistics/counted-groups";
import type { CountedPeriods } from "./count-unit";
import type { ReferencePeriod } from "./reference-periods";
import type { PlannedTable } from "./release-plan";
import type { UnitBasis } from "./unit-basis";

/** The keys of a group, one for each dimension of its table; `undefined` where it is summed over. */
export type GroupKeys = readonly (string | null | undefined)[];

/** Names a number of a unit: the same in every table that it stands in, and from release to release. */
export function cellName(
  measure: string,
  period: string,
  { dimensions }: Pick<PlannedTable, "dimensions">,
  keys: GroupKeys,
): string {
  const parts = dimensions.flatMap(({ name }, index) => {
    const key = keys[index];
    return key === undefined ? [] : [[name, key] as const];
  });
  return JSON.stringify([measure, period, ...parts.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Tables with the same dimensions: of them a stock and its flows have the same groups. */
export interface UnitLevel {
  readonly tables: readonly CountedPeriods[];
  /** The keys of every group that any of them has in any period, finest groups only. */
  readonly keys: readonly GroupKeys[];
}

/**
 * The tables of a unit by their dimensions, coarse ones first.
 *
 * @param basis - what was released: a group that is there stays, even if nothing is counted in it any more
 */
export function levelsOf(counted: readonly CountedPeriods[], basis?: UnitBasis): UnitLevel[] {
  const released = basis ? releasedGroups(basis) : [];
  return [...rowsBy(counted, ({ table }) => table.name).values()].map((tables) => {
    const groups = tables.flatMap(({ periods }) => periods.flatMap((period) => period.groups));
    const [first] = tables;
    const all = [
      ...groups.map(({ keys }) => keys),
      ...(first ? keysOf(first.table, released) : []),
    ];
    const finest = all.filter((keys) => !keys.includes(undefined));
    // In an order of their own: what is hidden depends on no order of rows in a database.
    const byName = new Map(finest.map((keys) => [keysName(keys), keys]));
    const sorted = [...byName].sort(([one], [other]) => (one < other ? -1 : 1));
    return { tables, keys: sorted.map(([, keys]) => keys) };
  });
}

/** The keys of a group by the names of its dimensions. */
type NamedKeys = ReadonlyMap<string, string | null>;

/** All groups of a basis, of whatever measure and period. */
function releasedGroups({ cells }: UnitBasis): NamedKeys[] {
  const all = Object.keys(cells).flatMap((name): [string, string | null][][] => {
    const parts = (JSON.parse(name) as unknown[]).slice(2);
    // The rests of wholes are in no table.
    return parts.every(Array.isArray) ? [parts as [string, string | null][]] : [];
  });
  const distinct = new Map(all.map((parts) => [JSON.stringify(parts), parts]));
  return [...distinct.values()].map((parts) => new Map(parts));
}

/** The keys of groups that are by the dimensions of a table. */
function keysOf({ dimensions }: PlannedTable, groups: readonly NamedKeys[]): GroupKeys[] {
  const own = groups.filter(
    (keys) => keys.size === dimensions.length && dimensions.every(({ name }) => keys.has(name)),
  );
  return own.map((keys) => dimensions.map(({ name }) => keys.get(name)));
}

/** All sums of a group over the dimensions of its table, itself first. */
export function sumsOver(keys: GroupKeys): GroupKeys[] {
  const [first, second] = keys;
  switch (keys.length) {
    case 2:
      return [keys, [first, undefined], [undefined, second], [undefined, undefined]];
    case 1:
      return [keys, [undefined]];
    default:
      return [keys];
  }
}

/** The keys of all numbers of a table: its total, its groups, and the sums over them. */
export function allKeys(
  { dimensions }: Pick<PlannedTable, "dimensions">,
  keys: readonly GroupKeys[],
): GroupKeys[] {
  const all = [dimensions.map(() => undefined), ...keys.flatMap(sumsOver)];
  return [...new Map(all.map((each) => [keysName(each), each])).values()];
}

/** Numbers by their names; what has no name was nought. */
export type UnitCounts = ReadonlyMap<string, CountedCell>;

/** What was counted, by the names of the numbers. */
export function unitCounts(counted: readonly CountedPeriods[]): Map<string, CountedCell> {
  return new Map(
    counted.flatMap(({ table, periods }) =>
      periods.flatMap(({ period, groups }) =>
        groups.map(({ keys, count, persons }) => {
          return [cellName(table.measure, period.name, table, keys), { count, persons }] as const;
        }),
      ),
    ),
  );
}

/** The groups of a table in a period, by numbers that may not be those counted. */
export function groupsOf(
  { table }: Pick<CountedPeriods, "table">,
  { name }: Pick<ReferencePeriod, "name">,
  keys: readonly GroupKeys[],
  counts: UnitCounts,
): CountedGroup[] {
  return allKeys(table, keys).flatMap((each) => {
    const cell = counts.get(cellName(table.measure, name, table, each));
    return cell ? [{ ...cell, period: 0, keys: each, meets: [], records: 0 }] : [];
  });
}

/** Tells the keys of two groups of one table apart: what is unknown from what is summed over, too. */
export function keysName(keys: GroupKeys): string {
  return JSON.stringify(keys.map((key) => (key === undefined ? 0 : key)));
}
