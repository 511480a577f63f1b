import type { CountedCell } from "../disclosure/counted-cell";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import { protectLine } from "../disclosure/protect-line";
import { protectTable } from "../disclosure/protect-table";
import { protectTotal } from "../disclosure/protect-total";
import type { ReleasedCell } from "../disclosure/released-cell";
import { type AnswerCell, type PeriodAnswer, shownCell, sumOf, suppressedCell } from "./answer";
import type { CountedGroup } from "./counted-groups";
import type { NamedDimension } from "./statistics-request";

/** What is asked of a period's table. */
export interface TableQuestion {
  /** The dimensions of the table: those of the grouping and those of the filter, two at most. */
  readonly dimensions: readonly NamedDimension[];
  /** The names of those that rows are grouped by. */
  readonly groupBy: readonly string[];
  /** The names of those that the filter sets a condition on. */
  readonly filteredBy: ReadonlySet<string>;
  /** `undefined` for a caller who may see the records: everything is then shown as it was counted. */
  readonly rule: DisclosureRule | undefined;
  /** Whether what is counted can be in one group only, whatever the dimension. */
  readonly isAdditive: boolean;
}

/**
 * What a period comes to for a caller who may not see the records. The whole table is protected first, whatever part of
 * it is asked for; everything shown, and every sum, is then taken from what is released of it and from nothing else.
 */
export function protectedPeriod(
  period: number,
  groups: readonly CountedGroup[],
  question: TableQuestion,
): PeriodAnswer {
  const released = release(groups, question);
  const { dimensions, groupBy, isAdditive } = question;
  const isGrouped = dimensions.map(({ name }) => groupBy.includes(name));
  const grouped = dimensions.filter((_dimension, index) => isGrouped[index]);
  const parts = new Map<string, { keys: (string | null)[]; cells: AnswerCell[] }>();
  const isSelected = ({ meets }: CountedGroup) => meets.every(Boolean);
  const selected = groups.filter((group) => isInner(group) && isSelected(group) && isThere(group));
  for (const group of dimensions.length === 0 ? [] : selected) {
    const keys = group.keys.flatMap((key, index) => (isGrouped[index] ? [key ?? null] : []));
    const name = JSON.stringify(keys);
    const part = parts.get(name) ?? { keys, cells: [] };
    parts.set(name, part);
    part.cells.push(released.cellOf(group));
  }
  const summedOver = dimensions.filter((_dimension, index) => !isGrouped[index]);
  const overlapping = !isAdditive || summedOver.some((dimension) => dimension.overlapping);
  const withheld = grouped.length > 0 && released.withholds(dimensions.map(() => true));
  return {
    rows:
      withheld || grouped.length === 0
        ? []
        : [...parts.values()].map(({ keys, cells }) => ({
            period,
            keys: new Map(grouped.map(({ name }, index) => [name, keys[index] ?? null])),
            count: sumOf(cells, overlapping),
          })),
    total: totalOf(groups, question, released),
    withheld,
  };
}

/** The sum of what the filter selects: from the margin of the filter's dimensions, which is the least that has to be added up. */
function totalOf(
  groups: readonly CountedGroup[],
  { dimensions, filteredBy, isAdditive }: TableQuestion,
  released: Released,
): AnswerCell {
  const isFiltered = dimensions.map(({ name }) => filteredBy.has(name));
  if (released.withholds(isFiltered)) return suppressedCell(null, null);
  const margin = groups.filter((group) =>
    group.keys.every((key, index) => (key !== undefined) === isFiltered[index]),
  );
  const selected = margin.filter(
    (group) => isThere(group) && group.meets.every((meets, index) => meets || !isFiltered[index]),
  );
  const overlapping =
    !isAdditive ||
    dimensions.some((dimension, index) => isFiltered[index] && dimension.overlapping);
  return sumOf(
    selected.map((group) => released.cellOf(group)),
    overlapping,
  );
}

/** What is released of a table: every cell and sum of it. */
interface Released {
  cellOf(group: CountedGroup): AnswerCell;
  /** Whether the groups of these of its dimensions cannot be shown at all, not even which there are. */
  withholds(isKept: readonly boolean[]): boolean;
}

function release(groups: readonly CountedGroup[], { dimensions, rule }: TableQuestion): Released {
  const total = groups.find(({ keys }) => keys.every((key) => key === undefined)) ?? nothing;
  if (!rule) return { cellOf: ({ count }) => shownCell(count), withholds: () => false };
  const there = groups.filter(isThere);
  if (dimensions.length === 0) {
    const cell = answerCell(protectTotal(total, rule));
    return { cellOf: () => cell, withholds: () => false };
  }
  if (dimensions.length === 1) {
    const line = protectLine({ total, cells: cellsBy(there, 0) }, rule);
    return {
      cellOf: ({ keys: [key] }) =>
        answerCell(key === undefined ? line.total : line.cells.get(textOf(key))),
      withholds: ([isKept]) => isKept === true && line.withheld,
    };
  }
  const inner = there.filter(isInner);
  const cells = new Map<string, Map<string, CountedCell>>();
  for (const group of inner) {
    const row = textOf(group.keys[0]);
    const own = cells.get(row) ?? new Map<string, CountedCell>();
    cells.set(row, own.set(textOf(group.keys[1]), group));
  }
  const margin = (index: number) =>
    cellsBy(
      there.filter(({ keys }) => keys[index] !== undefined && keys[1 - index] === undefined),
      index,
    );
  const table = protectTable({ total, rows: margin(0), columns: margin(1), cells }, rule);
  return {
    cellOf: ({ keys: [row, column] }) => {
      if (row === undefined) {
        return answerCell(column === undefined ? table.total : table.columns.get(textOf(column)));
      }
      return answerCell(
        column === undefined
          ? table.rows.get(textOf(row))
          : table.cells.get(textOf(row))?.get(textOf(column)),
      );
    },
    withholds: ([rows, columns]) =>
      (rows === true && table.rowsWithheld) ||
      (columns === true && table.columnsWithheld) ||
      (rows === true && columns === true && table.withheld),
  };
}

const nothing: CountedCell = { count: 0, persons: 0 };

function isInner({ keys }: CountedGroup): boolean {
  return keys.every((key) => key !== undefined);
}

function isThere({ count }: CountedGroup): boolean {
  return count > 0;
}

function cellsBy(groups: readonly CountedGroup[], index: number): ReadonlyMap<string, CountedCell> {
  return new Map(
    groups.flatMap((group) => {
      const key = group.keys[index];
      return key === undefined ? [] : [[textOf(key), group] as const];
    }),
  );
}

/** A key as the table knows it. What is unknown is a group too; no code is empty. */
function textOf(key: string | null | undefined): string {
  return key ?? "";
}

function answerCell(cell: ReleasedCell | undefined): AnswerCell {
  const { value = null, lower = null, upper = null } = cell ?? {};
  return value === null ? suppressedCell(lower, upper) : shownCell(value);
}
