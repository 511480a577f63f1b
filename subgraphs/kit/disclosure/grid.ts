import { type CountedCell, nonzeroCells } from "./counted-cell";
import { type CountedTable } from "./counted-table";
import { isOverlapping, overlapCeiling } from "./overlap";
import { type ReleasedCell } from "./released-cell";
import { type ReleasedLine } from "./released-table";

/** A table whose margins are decided, and whose inner cells are not. Zeros are left out; all is in the order of keys. */
export interface Grid {
  readonly rows: readonly Group[];
  readonly columns: readonly Group[];
  readonly crossings: readonly Crossing[];
}

/** A row or a column: its margin as counted and as released, and its cells. */
export interface Group {
  readonly key: string;
  readonly count: number;
  readonly released: ReleasedCell;
  readonly crossings: readonly Crossing[];
  readonly isOverlapping: boolean;
  /** What none of its cells exceeds, where that follows from the margin as released. */
  readonly ceiling: number;
}

/** An inner cell that is not zero. */
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
    rows: groupsOf(table.rows, rows, crossings, ({ row }) => row),
    columns: groupsOf(table.columns, columns, crossings, ({ column }) => column),
    crossings,
  };
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
  const byKey = new Map<string, Crossing[]>([...released.keys()].map((key) => [key, []]));
  for (const crossing of all) {
    const crossings = byKey.get(keyOf(crossing));
    if (!crossings) throw new RangeError("Expected a margin of every row and column with a cell.");
    crossings.push(crossing);
  }
  return [...released].map(([key, margin]) =>
    groupOf(key, margins.get(key)?.count ?? 0, margin, byKey.get(key) ?? []),
  );
}

/** A row or a column. */
export function groupOf(
  key: string,
  count: number,
  released: ReleasedCell,
  crossings: readonly Crossing[],
): Group {
  const parts = crossings.map(({ cell }) => cell.count);
  return {
    key,
    count,
    released,
    crossings,
    isOverlapping: isOverlapping(count, parts),
    ceiling: released.suppressed ? Infinity : overlapCeiling(count, parts),
  };
}
