import { type CountedCell, nonzeroCells } from "./counted-cell";
import { type CountedTable } from "./counted-table";
import { isOverlapping, overlapCeiling } from "./overlap";
import { type ReleasedCell } from "./released-cell";
import { type ReleasedLine } from "./released-table";

/** A table whose margins are decided, and whose inner cells are not. All is in the order of keys. */
export interface Grid {
  /** The least that a suppressed inner cell may be, as everybody knows: 1 unless zeros may be among them. */
  readonly floor: 0 | 1;
  readonly rows: readonly Group[];
  readonly columns: readonly Group[];
  readonly crossings: readonly Crossing[];
}

/** A row or a column: its margin as counted and as released, and its cells. */
export interface Group {
  readonly key: string;
  readonly count: number;
  /** At least as many persons are behind it. */
  readonly persons: number;
  readonly released: ReleasedCell;
  readonly crossings: readonly Crossing[];
  readonly isOverlapping: boolean;
  /** What none of its cells exceeds, where that follows from the margin as released. */
  readonly ceiling: number;
}

/** An inner cell that is not zero, or may be suppressed though it is. */
export interface Crossing {
  readonly row: string;
  readonly column: string;
  readonly cell: CountedCell;
}

/** The inner cells that are not zero. */
export function crossingsOf({ cells: all }: Pick<CountedTable, "cells">): Crossing[] {
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([row, cells]) =>
      nonzeroCells(cells).map(([column, cell]) => ({ row, column, cell })),
    );
}

/**
 * Brings a table and its released margins together.
 *
 * @throws RangeError if a cell is in a row or column that is absent.
 */
export function gridOf(table: CountedTable, rows: ReleasedLine, columns: ReleasedLine): Grid {
  const crossings = crossingsOf(table);
  return {
    floor: 1,
    rows: groupsOf(table.rows, rows, crossings, ({ row }) => row),
    columns: groupsOf(table.columns, columns, crossings, ({ column }) => column),
    crossings,
  };
}

/**
 * The same table with its zeros, which may then be suppressed. The margin of a suppressed overlapping group is bounded
 * by each of its cells, so the zeros of such a group stay as they are.
 */
export function withZeros(grid: Grid): Grid {
  const known = new Map(grid.rows.map(({ key, crossings }) => [key, byColumn(crossings)]));
  const crossings = grid.rows.flatMap((row) =>
    grid.columns.flatMap((column) => {
      const crossing = known.get(row.key)?.get(column.key);
      if (crossing) return [crossing];
      return [row, column].some(isOpenAbove) ? [] : [zero(row, column)];
    }),
  );
  return {
    floor: 0,
    rows: regrouped(grid.rows, crossings, ({ row }) => row),
    columns: regrouped(grid.columns, crossings, ({ column }) => column),
    crossings,
  };
}

/** The cells of a row, by the keys of their columns. */
export function byColumn(crossings: readonly Crossing[]): ReadonlyMap<string, Crossing> {
  return new Map(crossings.map((crossing) => [crossing.column, crossing]));
}

function isOpenAbove({ isOverlapping, released }: Group): boolean {
  return isOverlapping && released.suppressed;
}

function zero(row: Group, column: Group): Crossing {
  return { row: row.key, column: column.key, cell: { count: 0, persons: 0 } };
}

function regrouped(
  groups: readonly Group[],
  crossings: readonly Crossing[],
  keyOf: (crossing: Crossing) => string,
): Group[] {
  const byKey = crossingsByKey(
    groups.map(({ key }) => key),
    crossings,
    keyOf,
  );
  return groups.map((group) => ({ ...group, crossings: byKey.get(group.key) ?? [] }));
}

function crossingsByKey(
  keys: Iterable<string>,
  all: readonly Crossing[],
  keyOf: (crossing: Crossing) => string,
): ReadonlyMap<string, readonly Crossing[]> {
  const byKey = new Map<string, Crossing[]>([...keys].map((key) => [key, []]));
  for (const crossing of all) {
    const crossings = byKey.get(keyOf(crossing));
    if (!crossings) throw new RangeError("Expected a margin of every row and column with a cell.");
    crossings.push(crossing);
  }
  return byKey;
}

/**
 * The rows or columns of a table, each with its margin and with its cells.
 *
 * @throws RangeError if a cell is in none of them.
 */
export function groupsOf(
  margins: ReadonlyMap<string, CountedCell>,
  { cells: released }: ReleasedLine,
  all: readonly Crossing[],
  keyOf: (crossing: Crossing) => string,
): Group[] {
  const byKey = crossingsByKey(released.keys(), all, keyOf);
  return [...released].map(([key, margin]) =>
    groupOf(key, margins.get(key) ?? { count: 0, persons: 0 }, margin, byKey.get(key) ?? []),
  );
}

/** A row or a column. */
export function groupOf(
  key: string,
  { count, persons }: CountedCell,
  released: ReleasedCell,
  crossings: readonly Crossing[],
): Group {
  const parts = crossings.map(({ cell }) => cell.count);
  return {
    key,
    count,
    persons,
    released,
    crossings,
    isOverlapping: isOverlapping(count, parts),
    ceiling: released.suppressed ? Infinity : overlapCeiling(count, parts),
  };
}
