import { cellProblem, type Problem } from "../../kit/facts/problem";
import type { FigureRow } from "./figure-file";

interface SplitRow {
  readonly file: string;
  readonly line: number;
  readonly total_id: string;
  readonly dimension: string;
  readonly has_residual: boolean;
}

/** The parts of every declared split must sum to its total. A value that is unknown leaves the sum unchecked. */
export function checkSplits(
  figures: readonly FigureRow[],
  splits: readonly SplitRow[],
  problems: Problem[],
): void {
  for (const split of splits) {
    const total = figures.find(({ id }) => id === split.total_id);
    if (!total) {
      problems.push(
        cellProblem(split, "total_id", split.total_id, "an id of published_figures.csv"),
      );
      continue;
    }
    const parts = figures.filter((figure) => isPart(figure, total, split.dimension));
    if (parts.length === 0) {
      problems.push(
        cellProblem(split, "dimension", split.dimension, `a dimension ${total.id} is split by`),
      );
    }
    const derived = parts.some(({ note }) => note?.startsWith("Derived"));
    if (parts.length > 0 && derived !== split.has_residual) {
      const expected = derived
        ? "yes, because a part is derived"
        : "no, because no part is derived";
      problems.push(
        cellProblem(split, "has_residual", split.has_residual ? "yes" : "no", expected),
      );
    }
    const values = parts.map(({ value }) => value);
    if (total.value === null || values.includes(null) || parts.length === 0) continue;
    const sum = values.reduce<number>((before, value) => before + (value ?? 0), 0);
    if (sum !== total.value) {
      problems.push(
        cellProblem(
          total,
          "value",
          total.value,
          `${sum}, the sum of its ${parts.length} parts by ${split.dimension}`,
        ),
      );
    }
  }
}

function isPart(figure: FigureRow, total: FigureRow, dimension: string): boolean {
  return (
    figure.dimension === dimension &&
    figure.measure === total.measure &&
    figure.kind === total.kind &&
    figure.as_of === total.as_of &&
    figure.period_start === total.period_start &&
    figure.period_end === total.period_end &&
    figure.fiscal_year === total.fiscal_year &&
    figure.revision === total.revision
  );
}
