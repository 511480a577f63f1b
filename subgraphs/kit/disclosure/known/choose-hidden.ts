import type { Highs } from "highs";
import type { Deadline } from "./deadline";
import type { HidingCondition } from "./hiding-conditions";
import { TakesTooLong } from "./known-block";

/** Chooses cells that keep all conditions; `null` if no choice does. */
export type ChooseHidden = (conditions: readonly HidingCondition[]) => readonly number[] | null;

/**
 * Chooses the fewest cells, of those the ones with the least sum, by an integer programme: a column a cell, 1 where it is hidden.
 *
 * @param valueOf - what a cell shows
 */
export function fewestChosen(
  cells: readonly number[],
  valueOf: (cell: number) => number,
  highs: Highs,
  deadline: Deadline,
): ChooseHidden {
  const columns = new Map(cells.map((cell, column) => [cell, column]));
  const columnOf = (cell: number) => columns.get(cell) ?? 0;
  const total = 1 + cells.reduce((sum, cell) => sum + valueOf(cell), 0);
  return (conditions) => {
    if (conditions.length === 0) return [];
    if (cells.length === 0) return null;
    const rows = conditions.map(({ ifHidden, oneOf }) => [
      ...oneOf.map((cell) => [columnOf(cell), 1] as const),
      ...ifHidden.map((cell) => [columnOf(cell), -1] as const),
    ]);
    const terms = rows.flat();
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
    const size = { numRows: rows.length, numCols: cells.length };
    const model = highs.createModel({
      ...size,
      colCost: cells.map((cell) => 1 + valueOf(cell) / total),
      colLower: cells.map(() => 0),
      colUpper: cells.map(() => 1),
      integrality: cells.map(() => highs.constants.variableType.integer),
      rowLower: conditions.map(({ ifHidden }) => 1 - ifHidden.length),
      rowUpper: conditions.map(() => highs.infinity),
      matrix: {
        ...{ format: "csr", ...size, starts },
        indices: terms.map(([column]) => column),
        values: terms.map(([, factor]) => factor),
      },
    });
    try {
      const { modelStatus } = highs.constants;
      model.options.set({
        ...{ output_flag: false, mip_rel_gap: 0, time_limit: deadline.left / 1_000 },
      });
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.timeLimit) throw new TakesTooLong();
      if (status !== modelStatus.optimal) return null;
      const { colValue } = model.getSolution();
      return cells.filter((_cell, column) => (colValue[column] ?? 0) > 0.5);
    } finally {
      model.dispose();
    }
  };
}

/** Chooses few cells, one after the other: always the one that most conditions still need, of those the one that shows least. */
export function fewChosen(valueOf: (cell: number) => number): ChooseHidden {
  return (conditions) => {
    const never = new Set<number>();
    for (;;) {
      const chosen = chosenOneByOne(conditions, never, valueOf);
      if (typeof chosen !== "number") return chosen;
      never.add(chosen);
    }
  };
}

/** Some cells; or a cell that no choice can hide, so that another one is needed; `null` if there is none. */
function chosenOneByOne(
  conditions: readonly HidingCondition[],
  never: ReadonlySet<number>,
  valueOf: (cell: number) => number,
): readonly number[] | number | null {
  const chosen = new Set<number>();
  for (;;) {
    const open = conditions.filter(
      ({ ifHidden, oneOf }) =>
        ifHidden.every((cell) => chosen.has(cell)) && !oneOf.some((cell) => chosen.has(cell)),
    );
    if (open.length === 0) return [...chosen];
    const needed = new Map<number, number>();
    for (const { ifHidden, oneOf } of open) {
      const left = oneOf.filter((cell) => !never.has(cell));
      if (left.length === 0) return ifHidden[0] ?? null;
      for (const cell of left) needed.set(cell, (needed.get(cell) ?? 0) + 1);
    }
    const [most] = [...needed].sort(
      ([one, times], [other, otherTimes]) =>
        otherTimes - times || valueOf(one) - valueOf(other) || one - other,
    );
    if (most) chosen.add(most[0]);
  }
}
