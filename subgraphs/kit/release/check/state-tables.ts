import { common, exactly, type Interval, isEmpty, isExact } from "../../disclosure/known/interval";
import type { CheckTask, ContradictoryNumber, GivenTable } from "./check-task";
import { dimensionsOf, groupOf, levelName } from "./group";
import type { NumberedCells } from "./numbered-cells";
import type { TableLevels } from "./table-levels";

/** What a row of a table says of a cell. */
export interface Statement {
  readonly cell: number;
  readonly interval: Interval;
  readonly table: number;
  /** `null` for a group without a row, in a table that has all. */
  readonly row: number | null;
}

/**
 * What the release says: its numbers, and that groups without a row are empty where nothing is withheld.
 * @returns the cells that it suppresses
 */
export function stateReleased(
  cells: NumberedCells,
  levels: TableLevels,
  { released }: Pick<CheckTask, "released">,
): Set<number> {
  const { system } = cells;
  const listed = new Set<number>();
  const suppressed = new Set<number>();
  for (const table of released) {
    const dimensions = dimensionsOf(table.dimensions);
    for (const { keys, value, lower, upper } of table.rows) {
      const number = cells.ofGroup(table, groupOf(dimensions, keys));
      const cell = system.cell(number);
      listed.add(number);
      cell.isHidden = value === null;
      cell.before = common(cell.before, { lower, upper: upper ?? Infinity });
      if (cell.isHidden) suppressed.add(number);
    }
  }
  for (const { levels: own, ...counted } of levels.counted) {
    for (const [level, { before }] of own) {
      for (const group of levels.groupsOf(level)) {
        const number = cells.ofGroup(counted, group);
        if (before && !listed.has(number)) system.cell(number).before = exactly(0);
      }
    }
  }
  return suppressed;
}

/** Contradicts the release, or a row before. */
export class ContradictoryStatement extends Error {
  /** Of a row, and what could be there. */
  constructor(readonly at: ContradictoryNumber) {
    super("contradictory");
  }
}

/**
 * What the tables say, row by row, and of groups without a row that they are empty.
 *
 * @throws ContradictoryStatement at the first row that says another thing of a number than the release or a row before
 */
export function stateGiven(
  cells: NumberedCells,
  levels: TableLevels,
  given: readonly GivenTable[],
): Statement[] {
  const statements = given.flatMap((table, index): Statement[] => {
    const listed = new Set<number>();
    const rows = table.rows.map(({ keys, count, interval }, row) => {
      const cell = cells.ofGroup(table, groupOf(table.dimensions, keys));
      listed.add(cell);
      if (count === null) cells.system.cell(cell).isHidden = true;
      return { cell, interval: count === null ? interval : exactly(count), table: index, row };
    });
    const groups =
      table.isComplete && table.dimensions.length > 0
        ? levels.groupsOf(levelName(table.dimensions))
        : [];
    const empty = groups.flatMap((group) => {
      const cell = cells.ofGroup(table, group);
      return listed.has(cell) ? [] : [{ cell, interval: exactly(0), table: index, row: null }];
    });
    return [...rows, ...empty];
  });
  for (const statement of statements) state(cells, statement);
  return statements;
}

function state(cells: NumberedCells, statement: Statement): void {
  const { interval, row } = statement;
  const { system } = cells;
  const cell = system.cell(statement.cell);
  const expected = system.boundsWith(statement.cell, new Set());
  if (isEmpty(common(expected, interval))) {
    throw new ContradictoryStatement(contradictionOf(cells, statement, expected));
  }
  // A group that the release suppresses can be hidden, though it has no row.
  if (isExact(interval) && (row !== null || cell.isHidden)) cell.shown = interval.lower;
  else cell.said = common(cell.said, interval);
}

/** Where a statement contradicts what is known before. */
export function contradictionOf(
  cells: NumberedCells,
  { cell, interval, table, row }: Statement,
  expected: Interval,
): ContradictoryNumber {
  return { table, row, number: cells.nameOf(cell), expected, received: interval };
}

/** More than any number can be: all that anything says, together. */
export function mostIn({ released, given }: Pick<CheckTask, "released" | "given">): number {
  const numbers = [
    ...released.flatMap(({ rows }) => rows.map(({ lower, upper }) => upper ?? lower)),
    ...given.flatMap(({ rows }) => rows.map(({ count, interval }) => count ?? interval.lower)),
  ];
  return numbers.reduce((sum, each) => sum + each, 1_000);
}
