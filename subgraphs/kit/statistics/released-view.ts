import type { CountedCell } from "../disclosure/counted-cell";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import { protectLine } from "../disclosure/protect-line";
import { protectNest } from "../disclosure/protect-nest";
import { protectTable } from "../disclosure/protect-table";
import { protectTotal } from "../disclosure/protect-total";
import type { ReleasedCell } from "../disclosure/released-cell";
import { type AnswerCell, shownCell, suppressedCell } from "./answer";
import type { CountedGroup } from "./counted-groups";
import type { GroupToProtect, TableToProtect } from "./table-to-protect";

/** A group that is released, by its keys; `undefined` where it is summed over. */
export interface ReleasedGroup {
  readonly keys: readonly (string | null | undefined)[];
  readonly cell: AnswerCell;
}

/** What is released of a table: plain data, which can be sent to another thread. */
export interface ReleasedView {
  readonly groups: readonly ReleasedGroup[];
  /** Whether groups by its first, and by its second dimension are withheld, so that not even their keys are shown. */
  readonly withheld: readonly [boolean, boolean];
  /** Whether groups by both dimensions are withheld. */
  readonly innerWithheld: boolean;
  /**
   * The values of a nest's second dimension that are shown even if it is withheld, as long as no others are asked for;
   * `null` for any other table.
   */
  readonly shownByName: ReadonlySet<string> | null;
}

/**
 * True if groups by these of a table's dimensions are withheld.
 *
 * @param named - for each dimension the only values that are asked for; `undefined` for all
 */
export function isWithheld(
  { withheld: [firstWithheld, secondWithheld], innerWithheld, shownByName }: ReleasedView,
  [isFirst = false, isSecond = false]: readonly boolean[],
  [, named]: readonly (readonly unknown[] | undefined)[],
): boolean {
  const isShownByName =
    shownByName !== null && named?.every((key) => shownByName.has(String(key))) === true;
  return (
    (isFirst && firstWithheld) ||
    (isSecond && secondWithheld && !isShownByName) ||
    (isFirst && isSecond && innerWithheld)
  );
}

/** Everything as it was counted, for a caller who is permitted to see the records. */
export function exactView(groups: readonly CountedGroup[]): ReleasedView {
  return {
    ...nothingWithheld,
    groups: groups.filter(isThere).map(({ keys, count }) => ({ keys, cell: shownCell(count) })),
  };
}

/** What disclosure control releases of a table. */
export function protectedView({
  dimensions,
  isNested,
  rule,
  groups,
}: TableToProtect): ReleasedView {
  const there = groups.filter(isThere);
  const total = there.find(({ keys }) => keys.every((key) => key === undefined)) ?? nothing;
  if (dimensions.length === 0) {
    return { ...nothingWithheld, groups: [entry([], protectTotal(total, rule))] };
  }
  if (dimensions.length === 1) return lineView(there, total, rule);
  return isNested ? nestView(there, total, rule) : tableView(there, total, rule);
}

function lineView(
  there: readonly GroupToProtect[],
  total: CountedCell,
  rule: DisclosureRule,
): ReleasedView {
  const line = protectLine({ total, cells: cellsBy(there, 0) }, rule);
  return {
    ...nothingWithheld,
    groups: [entry([undefined], line.total), ...entries(line.cells, (key) => [key])],
    withheld: [line.withheld, false],
  };
}

function tableView(
  there: readonly GroupToProtect[],
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
    withheld: [table.rowsWithheld, table.columnsWithheld],
    innerWithheld: table.withheld,
    shownByName: null,
  };
}

function nestView(
  there: readonly GroupToProtect[],
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
    withheld: [nest.parentsWithheld, nest.withheld],
    innerWithheld: false,
    // A child that is there is there with all its cells.
    shownByName: new Set(nest.children.keys()),
  };
}

const nothingWithheld = {
  withheld: [false, false],
  innerWithheld: false,
  shownByName: null,
} as const;

const nothing: CountedCell = { count: 0, persons: 0 };

function isThere({ count }: CountedCell): boolean {
  return count > 0;
}

/** The groups of one dimension where there is no other. */
function cellsBy(
  groups: readonly GroupToProtect[],
  index: number,
): ReadonlyMap<string, CountedCell> {
  return new Map(
    groups.flatMap((group) => {
      const key = group.keys[index];
      return key === undefined ? [] : [[textOf(key), group] as const];
    }),
  );
}

/** The groups of one dimension, the other summed over. */
function marginBy(
  groups: readonly GroupToProtect[],
  index: number,
): ReadonlyMap<string, CountedCell> {
  return cellsBy(
    groups.filter(({ keys }) => keys[1 - index] === undefined),
    index,
  );
}

function innerOf(
  groups: readonly GroupToProtect[],
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
