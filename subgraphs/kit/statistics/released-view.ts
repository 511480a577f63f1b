import type { CountedCell } from "../disclosure/counted-cell";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import { protectLine } from "../disclosure/protect-line";
import { protectNest } from "../disclosure/protect-nest";
import { protectTable } from "../disclosure/protect-table";
import { protectTotal } from "../disclosure/protect-total";
import type { ReleasedCell } from "../disclosure/released-cell";
import { type AnswerCell, shownCell, suppressedCell } from "./answer";
import type { CountedGroup } from "./counted-groups";
import type { NamedDimension } from "./statistics-request";

/** A group that is released, by its keys; `undefined` where it is summed over. */
export interface ReleasedGroup {
  readonly keys: readonly (string | null | undefined)[];
  readonly cell: AnswerCell;
}

/** What is released of a table. */
export interface ReleasedView {
  readonly groups: readonly ReleasedGroup[];
  /**
   * True if groups by these of its dimensions are withheld, so that not even their keys are shown.
   *
   * @param named - for each dimension the only values that are asked for; `undefined` for all
   */
  withholds(
    isKept: readonly boolean[],
    named: readonly (readonly unknown[] | undefined)[],
  ): boolean;
}

/** Everything as it was counted, for a caller who is permitted to see the records. */
export function exactView(groups: readonly CountedGroup[]): ReleasedView {
  return {
    groups: groups.filter(isThere).map(({ keys, count }) => ({ keys, cell: shownCell(count) })),
    withholds: () => false,
  };
}

/** What disclosure control releases of a table; its second dimension can be within the first. */
export function protectedView(
  groups: readonly CountedGroup[],
  dimensions: readonly NamedDimension[],
  rule: DisclosureRule,
): ReleasedView {
  const there = groups.filter(isThere);
  const total = there.find(({ keys }) => keys.every((key) => key === undefined)) ?? nothing;
  const [first, second] = dimensions;
  if (!first) return { groups: [entry([], protectTotal(total, rule))], withholds: () => false };
  if (!second) return lineView(there, total, rule);
  return second.within === first.name
    ? nestView(there, total, rule)
    : tableView(there, total, rule);
}

function lineView(
  there: readonly CountedGroup[],
  total: CountedCell,
  rule: DisclosureRule,
): ReleasedView {
  const line = protectLine({ total, cells: cellsBy(there, 0) }, rule);
  return {
    groups: [entry([undefined], line.total), ...entries(line.cells, (key) => [key])],
    withholds: ([isKept]) => isKept === true && line.withheld,
  };
}

function tableView(
  there: readonly CountedGroup[],
  total: CountedCell,
  rule: DisclosureRule,
): ReleasedView {
  const [rows, columns, cells] = [marginBy(there, 0), marginBy(there, 1), innerOf(there)];
  const table = protectTable({ total, rows, columns, cells }, rule);
  return {
    groups: [
      entry([undefined, undefined], table.total),
      ...entries(table.rows, (key) => [key, undefined]),
      ...entries(table.columns, (key) => [undefined, key]),
      ...innerEntries(table.cells),
    ],
    withholds: ([isRows, isColumns]) =>
      (isRows === true && table.rowsWithheld) ||
      (isColumns === true && table.columnsWithheld) ||
      (isRows === true && isColumns === true && table.withheld),
  };
}

function nestView(
  there: readonly CountedGroup[],
  total: CountedCell,
  rule: DisclosureRule,
): ReleasedView {
  const [parents, children, cells] = [marginBy(there, 0), marginBy(there, 1), innerOf(there)];
  const nest = protectNest({ total, parents, children, cells }, rule);
  return {
    groups: [
      entry([undefined, undefined], nest.total),
      ...entries(nest.parents, (key) => [key, undefined]),
      ...entries(nest.children, (key) => [undefined, key]),
      ...innerEntries(nest.cells),
    ],
    // A child that is there is there with all its cells.
    withholds: ([isParents, isChildren], [, named]) =>
      (isParents === true && nest.parentsWithheld) ||
      (isChildren === true &&
        nest.withheld &&
        named?.every((key) => nest.children.has(String(key))) !== true),
  };
}

const nothing: CountedCell = { count: 0, persons: 0 };

function isThere({ count }: CountedCell): boolean {
  return count > 0;
}

/** The groups of one dimension where there is no other. */
function cellsBy(groups: readonly CountedGroup[], index: number): ReadonlyMap<string, CountedCell> {
  return new Map(
    groups.flatMap((group) => {
      const key = group.keys[index];
      return key === undefined ? [] : [[textOf(key), group] as const];
    }),
  );
}

/** The groups of one dimension, the other summed over. */
function marginBy(
  groups: readonly CountedGroup[],
  index: number,
): ReadonlyMap<string, CountedCell> {
  return cellsBy(
    groups.filter(({ keys }) => keys[1 - index] === undefined),
    index,
  );
}

function innerOf(
  groups: readonly CountedGroup[],
): ReadonlyMap<string, ReadonlyMap<string, CountedCell>> {
  const cells = new Map<string, Map<string, CountedCell>>();
  for (const group of groups) {
    const [row, column] = group.keys;
    if (row === undefined || column === undefined) continue;
    const own = cells.get(textOf(row)) ?? new Map<string, CountedCell>();
    cells.set(textOf(row), own.set(textOf(column), group));
  }
  return cells;
}

function innerEntries(
  cells: ReadonlyMap<string, ReadonlyMap<string, ReleasedCell>>,
): ReleasedGroup[] {
  return [...cells].flatMap(([row, own]) => entries(own, (column) => [row, column]));
}

function entries(
  cells: ReadonlyMap<string, ReleasedCell>,
  keysOf: (key: string) => readonly (string | undefined)[],
): ReleasedGroup[] {
  return [...cells].map(([key, cell]) => entry(keysOf(key), cell));
}

function entry(
  keys: readonly (string | undefined)[],
  { value, lower, upper }: ReleasedCell,
): ReleasedGroup {
  return {
    keys: keys.map((key) => (key === unknown ? null : key)),
    cell: value === null ? suppressedCell(lower, upper) : shownCell(value),
  };
}

/** What is unknown is a group too, by a key that no code is. */
const unknown = "";

function textOf(key: string | null): string {
  return key ?? unknown;
}
