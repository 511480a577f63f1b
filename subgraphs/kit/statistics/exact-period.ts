import { type AnswerRow, type PeriodAnswer, shownCell } from "./answer";
import type { CountedGroup } from "./counted-groups";
import type { NamedDimension } from "./statistics-request";

/** The result of a period for a caller who is permitted to see the records: every number as it was counted. */
export function exactPeriod(
  period: number,
  groups: readonly CountedGroup[],
  dimensions: readonly NamedDimension[],
): PeriodAnswer {
  const isSum = ({ keys }: CountedGroup) => keys.every((key) => key === undefined);
  const sum = groups.find(isSum);
  const counted = dimensions.length === 0 ? [] : groups.filter((group) => !isSum(group));
  const total = sum ? sum.count : counted.reduce((before, { count }) => before + count, 0);
  return {
    rows: counted.filter(({ count }) => count > 0).map((group) => rowOf(period, group, dimensions)),
    total: shownCell(total),
    withheld: false,
  };
}

function rowOf(
  period: number,
  { keys, count }: CountedGroup,
  dimensions: readonly NamedDimension[],
): AnswerRow {
  return {
    period,
    keys: new Map(dimensions.map(({ name }, index) => [name, keys[index] ?? null])),
    count: shownCell(count),
  };
}
