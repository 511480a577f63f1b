import { type Highs, type Model } from "highs";

/** A linear programme: the bounds and costs of its columns, and rows of them that come to a sum. */
export interface LinearProgramme {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Of each row its columns, each times a factor, and what they come to. */
  readonly rows: readonly {
    readonly terms: readonly (readonly [column: number, factor: number])[];
    readonly sum: number;
  }[];
}

/** A programme in the solver, which says nothing of its own. It has to be disposed of. */
export function linearModel(highs: Highs, { costs, lower, upper, rows }: LinearProgramme): Model {
  const size = { numRows: rows.length, numCols: costs.length };
  const terms = rows.flatMap((row) => row.terms);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.terms.length);
  const sums = rows.map(({ sum }) => sum);
  const bound = (value: number) => (Number.isFinite(value) ? value : highs.infinity);
  const model = highs.createModel({
    ...size,
    colCost: costs,
    colLower: lower,
    colUpper: upper.map(bound),
    rowLower: sums,
    rowUpper: sums,
    matrix: {
      ...{ format: "csr", ...size, starts },
      indices: terms.map(([column]) => column),
      values: terms.map(([, factor]) => factor),
    },
  });
  model.options.set({ output_flag: false });
  return model;
}

/** Solutions are exact to this. */
export const rounding = 1e-6;

/** Whether a number of a solution stands for a whole one. */
export function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < rounding;
}
