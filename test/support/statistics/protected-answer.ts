import { groupsOf, count, type NaiveAnswer, type NaiveCount } from "./naive-count";
import { shareOf } from "./expected-answer";
import type { Answer, Cell, Row, StatisticsQuery } from "./statistics-query";

/** The fewest persons that a number which is shown may be about. */
const fewest = 5;

/** By how much a suppressed number stays uncertain at least. */
const width = 4;

/**
 * Holds the answer for one who does not see the records, without `having`, `orderBy` and `limit`, to what was counted:
 * what is shown is right and about nobody or enough persons, and what is not shown lies in its interval.
 *
 * Returns which periods may be withheld: of one in which the filter selects nothing, that cannot be told.
 */
export function checkProtected(
  answer: Answer,
  naive: NaiveAnswer,
  query: StatisticsQuery,
): readonly (readonly number[])[] {
  expect(answer.disclosure).toMatchObject({ applied: true, threshold: fewest, width });
  expect(answer.totals).toHaveLength(query.periods.length);
  answer.totals.forEach(({ count: cell }, period) => checkCell(cell, naive.totals[period]));
  if (query.groupBy.length === 0) return [[]];
  const byPeriod = naive.totals.map((_total, period) => ({
    period,
    groups: naive.groups.filter((group) => group.period === period),
    rows: answer.rows.filter((row) => yearAt(query, period) === row.fiscalYear),
  }));
  const withheld = byPeriod.filter(({ groups, rows }) => groups.length > 0 && rows.length === 0);
  for (const { period, groups, rows } of byPeriod) {
    if (withheld.some((other) => other.period === period)) continue;
    const byKeys = new Map(rows.map((row) => [nameOf(row.keys, query), row]));
    expect([...byKeys.keys()].sort()).toEqual(
      groups.map((group) => nameOf(group.keys, query)).sort(),
    );
    expect(byKeys.size).toBe(rows.length);
    for (const group of groups) {
      const row = byKeys.get(nameOf(group.keys, query));
      checkCell(row?.count, group);
      expect(row?.share).toBe(row && shareOf(row.count, answer.totals[period]?.count));
    }
  }
  checkNeedless(answer, naive, query);
  const empty = byPeriod.filter(({ groups }) => groups.length === 0);
  const sure = withheld.map(({ period }) => period);
  return answer.disclosure.withheld
    ? subsetsOf(empty.map(({ period }) => period))
        .map((some) => [...sure, ...some].sort())
        .filter((some) => some.length > 0)
    : [sure];
}

function subsetsOf(numbers: readonly number[]): number[][] {
  const [first, ...others] = numbers;
  if (first === undefined) return [[]];
  return subsetsOf(others).flatMap((some) => [some, [first, ...some]]);
}

/** Holds one number to what was counted. */
function checkCell(cell: Cell | undefined, counted: NaiveCount | undefined): void {
  if (!cell || !counted) throw new Error("a number is missing");
  if (cell.value !== null) {
    const { count: value, persons } = counted;
    expect(cell).toEqual({ value, suppressed: false, reason: null, lower: value, upper: value });
    if (persons > 0 && persons < fewest) throw new Error(`shown, but about ${persons} persons`);
    return;
  }
  const { lower, upper, reason } = cell;
  expect(cell.suppressed).toBe(true);
  expect(["SMALL_GROUP", "OVERLAPPING_GROUPS"]).toContain(reason);
  if (lower !== null) expect(counted.count).toBeGreaterThanOrEqual(lower);
  if (upper !== null) expect(counted.count).toBeLessThanOrEqual(upper);
  if (lower !== null && upper !== null && reason === "SMALL_GROUP") {
    expect(upper - lower).toBeGreaterThanOrEqual(width);
  }
}

/** Nothing is suppressed where no group of the whole table, whatever the filter selects, is too small. */
function checkNeedless(answer: Answer, { things }: NaiveAnswer, query: StatisticsQuery): void {
  const dimensions = [...new Set([...query.groupBy, ...Object.keys(query.filter)])];
  const tables = [[], dimensions, ...dimensions.map((name) => [name])];
  things.forEach((some, period) => {
    const cells = tables.flatMap((names) =>
      groupsOf(some, names).map(({ members }) => count(members)),
    );
    if (cells.some(({ persons }) => persons > 0 && persons < fewest)) return;
    const shown = [
      answer.totals[period]?.count,
      ...answer.rows
        .filter((row) => yearAt(query, period) === row.fiscalYear)
        .map((row) => row.count),
    ];
    expect(shown.filter((cell) => cell?.reason === "SMALL_GROUP")).toEqual([]);
  });
}

function yearAt({ periods }: StatisticsQuery, index: number): number | null {
  const period = periods[index];
  return period && "fiscalYear" in period ? period.fiscalYear : null;
}

function nameOf(keys: Row["keys"], { groupBy }: StatisticsQuery): string {
  return JSON.stringify(groupBy.map((name) => keys[name] ?? null));
}
