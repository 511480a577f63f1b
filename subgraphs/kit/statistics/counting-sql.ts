import type { Counting, Dimension } from "./measure";

/**
 * The aggregate of a counting. Where a dimension lets a row stand in several groups, the row is joined to each: rows are
 * then identified by `t.id`.
 */
export function countingSql(counting: Counting, dimensions: readonly Dimension[]): string {
  const repeats = dimensions.some(({ overlapping, join }) => overlapping && join);
  switch (counting.how) {
    case "rows":
      return repeats ? "count(DISTINCT t.id)" : "count(*)";
    case "distinct":
      return `count(DISTINCT ${counting.of})`;
    case "sum":
      return `coalesce(sum(${counting.of}), 0)`;
  }
}
