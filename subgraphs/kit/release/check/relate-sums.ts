import { exactly, isExact } from "../../disclosure/known/interval";
import { NumberKind, type NumberName } from "./check-task";
import { dimensionsOf, type Group, levelName } from "./group";
import type { NumberedCells } from "./numbered-cells";
import type { Statement } from "./state-tables";
import type { Counted, TableLevels } from "./table-levels";

/**
 * Relates the numbers of every table with their sums. Groups that do not overlap add up to their whole; of others, none is
 * more than the whole, and together they are no less.
 *
 * @returns that there are no groups besides those that the tables have, where they have all
 */
export function relateSums(cells: NumberedCells, levels: TableLevels): Statement[] {
  const statements: Statement[] = [];
  for (const { measure, period, levels: own } of levels.counted) {
    for (const level of own.keys()) {
      const dimensions = dimensionsOf(level);
      for (const dimension of dimensions) {
        const wholes = levels.groupsOf(levelName(dimensions.filter((each) => each !== dimension)));
        for (const whole of wholes) {
          statements.push(
            ...relateSum(cells, levels, { measure, period }, { whole, level, dimension }),
          );
        }
      }
    }
  }
  return statements;
}

function relateSum(
  cells: NumberedCells,
  levels: TableLevels,
  counted: Counted,
  { whole, level, dimension }: { whole: Group; level: string; dimension: string },
): Statement[] {
  const { isAdditive, overlapping, isOfPersons } = cells.measure(counted.measure);
  const completeness = levels.completeness(counted, level);
  const total = cells.ofGroup(counted, whole);
  const parts = levels
    .partsOf(whole, level, dimension)
    .map((group) => cells.ofGroup(counted, group));
  const nameOf = (kind: NumberKind): NumberName => ({ kind, ...counted, group: whole, dimension });
  const statements: Statement[] = [];
  if (!completeness?.before) {
    const others = cells.of(nameOf(NumberKind.OTHERS));
    parts.push(others);
    if (completeness?.said !== undefined) {
      cells.system.cell(others).said = exactly(0);
      statements.push({ cell: others, interval: exactly(0), table: completeness.said, row: null });
    }
  }
  if (isAdditive && !overlapping.includes(dimension)) {
    if (isOfPersons) cells.addUp(total, parts, nameOf(NumberKind.OTHERS));
    else cells.relate(sumOf(total, parts));
    return statements;
  }
  if ([total, ...parts].every((cell) => isExact(cells.system.boundsBefore(cell)))) {
    return statements;
  }
  cells.relate([...sumOf(total, parts), [cells.of(nameOf(NumberKind.SEVERAL)), -1]]);
  for (const group of levels.partsOf(whole, level, dimension)) {
    const outside = cells.of({ kind: NumberKind.OUTSIDE, ...counted, group, dimension });
    cells.relate([
      [total, -1],
      [cells.ofGroup(counted, group), 1],
      [outside, 1],
    ]);
  }
  return statements;
}

function sumOf(total: number, parts: readonly number[]) {
  return [[total, -1] as const, ...parts.map((part) => [part, 1] as const)];
}
