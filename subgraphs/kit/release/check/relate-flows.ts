import { NumberKind, type NumberName } from "./check-task";
import type { Group } from "./group";
import type { NumberedCells } from "./numbered-cells";
import type { TableLevels } from "./table-levels";

/** A stock and its flows. */
interface StockAndFlows {
  readonly stock: string;
  readonly came: string;
  readonly went: string;
}

/**
 * Relates stocks with the flows in and out of them: what there was, and what came, less what went, is what there is.
 * Between two days within a fiscal year, a part of the year's flows came and went.
 */
export function relateFlows(cells: NumberedCells, levels: TableLevels, flows: StockAndFlows): void {
  const known = levels.counted.filter(({ measure }) => measure === flows.stock);
  for (const level of new Set(known.flatMap((counted) => [...counted.levels.keys()]))) {
    const days = known
      .filter((counted) => counted.levels.has(level))
      .map(({ period }) => period)
      .sort();
    for (const year of yearsWithFlows(levels, flows, level, days)) {
      for (const group of levels.groupsOf(level)) {
        relateYear(cells, flows, { year, days, group });
      }
    }
  }
}

/** The fiscal years between the first and the last day in which something is known of what came or went. */
function yearsWithFlows(
  levels: TableLevels,
  { came, went }: StockAndFlows,
  level: string,
  days: readonly string[],
): number[] {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const years = levels.counted
    .filter(({ measure, levels: own }) => (measure === came || measure === went) && own.has(level))
    .map(({ period }) => Number(period.slice(2)));
  return [...new Set(years)].filter((year) => endOf(year) > first && endOf(year - 1) < last);
}

function relateYear(
  cells: NumberedCells,
  { stock, came, went }: StockAndFlows,
  { year, days, group }: { year: number; days: readonly string[]; group: Group },
): void {
  const within = days.filter((day) => day > endOf(year - 1) && day < endOf(year));
  const points = [endOf(year - 1), ...within, endOf(year)];
  const numberOf = (measure: string, period: NumberName["period"]) =>
    cells.of({ kind: NumberKind.GROUP, measure, period, group });
  const [allCame, allWent] = [came, went].map((flow) => numberOf(flow, `FY${year}`));
  if (allCame === undefined || allWent === undefined) return;
  const steps = points.slice(1).map((upTo, index) => {
    const after = points[index] ?? upTo;
    const [cameThen, wentThen] =
      within.length === 0
        ? [allCame, allWent]
        : [numberOf(came, [after, upTo]), numberOf(went, [after, upTo])];
    cells.relate([
      [numberOf(stock, after), 1],
      [cameThen, 1],
      [wentThen, -1],
      [numberOf(stock, upTo), -1],
    ]);
    return { cameThen, wentThen };
  });
  if (within.length === 0) return;
  cells.relate([[allCame, -1], ...steps.map(({ cameThen }) => [cameThen, 1] as const)]);
  cells.relate([[allWent, -1], ...steps.map(({ wentThen }) => [wentThen, 1] as const)]);
}

/** The last day of a fiscal year. */
function endOf(year: number): string {
  return `${year + 1}-03-31`;
}
