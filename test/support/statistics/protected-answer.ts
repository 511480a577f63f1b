import { notAdditive, notCovered, shareOf, shown, sumOfCells } from "./expected-answer";
import { count, groupsOf, type NaiveAnswer, type NaiveCount } from "./naive-count";
import type { Answer, Cell, Row, StatisticsQuery } from "./statistics-query";

/** The fewest persons that a number which is shown may be about. */
const fewest = 5;

/** By how much a suppressed number stays uncertain at least. */
const width = 4;

/** What is withheld of an answer: by period, what the rows that are not there come to, as anybody could compute. */
export type Withheld = readonly Cell[];

/**
 * Holds the answer for one who does not see the records, without `having`, `orderBy` and `limit`, to what was counted:
 * what is shown is right and about nobody or enough persons, and what is not shown lies in its interval. A group with
 * anything in it is there unless rows are withheld; one with nothing is there only as a suppressed number.
 *
 * Returns what may be withheld: the periods cannot be known where the filter selects nothing that exists.
 *
 * @param table - the dimensions of the table that is released, those of grouping and filter or more
 */
export function checkProtected(
  answer: Answer,
  naive: NaiveAnswer,
  query: StatisticsQuery,
  table: readonly string[],
): readonly Withheld[] {
  expect(answer.disclosure).toMatchObject({ applied: true, threshold: fewest, width });
  expect(answer.totals).toHaveLength(query.periods.length);
  answer.totals.forEach(({ count: cell }, period) => {
    if (naive.isCovered[period]) checkCell(cell, naive.totals[period]);
    else expect(cell).toEqual(notCovered);
  });
  checkNeedless(answer, naive, query, table);
  if (query.groupBy.length === 0) return [[]];
  query.periods.forEach((_period, period) => checkDifferences(answer, naive, query, period));
  const sure: number[] = [];
  const perhaps: number[] = [];
  query.periods.forEach((_period, period) => {
    if (!naive.isCovered[period]) {
      expect(rowsOf(answer, query, period)).toEqual([]);
      return;
    }
    const isWhole = checkRows(answer, naive, query, period);
    (isWhole ? perhaps : sure).push(period);
  });
  checkRemainder(answer, naive, query);
  if (!answer.disclosure.withheld) return [sure.map((period) => restOf(answer, query, period))];
  return subsetsOf(perhaps)
    .map((some) => [...sure, ...some].map((period) => restOf(answer, query, period)))
    .filter((some) => some.length > 0);
}

/** Holds the rows of a period to its groups. Returns whether none is missing. */
function checkRows(
  answer: Answer,
  naive: NaiveAnswer,
  query: StatisticsQuery,
  period: number,
): boolean {
  const rows = rowsOf(answer, query, period);
  const rowByName = new Map(rows.map((row) => [nameOf(row.keys, query), row]));
  const groups = naive.groups.filter((group) => group.period === period);
  const groupByName = new Map(groups.map((group) => [nameOf(group.keys, query), group]));
  expect(rowByName.size).toBe(rows.length);
  for (const [name, row] of rowByName) {
    const group = groupByName.get(name);
    if (!group) expect(row.count.suppressed).toBe(true);
    checkCell(row.count, group ?? { count: 0, persons: 0 });
    expect(row.share).toBe(shareOf(row.count, answer.totals[period]?.count));
  }
  return groups.every((group) => rowByName.has(nameOf(group.keys, query)));
}

/**
 * What is left of a total that is shown without one of its rows, or without all of them where none overlap, is about
 * nobody or enough persons.
 */
function checkDifferences(
  answer: Answer,
  { selected }: NaiveAnswer,
  query: StatisticsQuery,
  period: number,
): void {
  if (answer.totals[period]?.count.value == null) return;
  const things = selected[period] ?? [];
  const shownRows = rowsOf(answer, query, period).filter((row) => row.count.value !== null);
  const rows = shownRows.map(({ keys }) => {
    const name = nameOf(keys, query);
    return new Set(things.flatMap((t) => (nameOf(t.keys, query) === name ? [t.one] : [])));
  });
  const groups = groupsOf(things, query.groupBy).map(({ members }) => count(members).count);
  const isAdditive = groups.reduce((sum, each) => sum + each, 0) === count(things).count;
  const whole = isAdditive ? [new Set(rows.flatMap((row) => [...row]))] : [];
  for (const taken of [...rows, ...whole]) {
    const left = count(things.filter(({ one }) => !taken.has(one)));
    if (left.count > 0 && left.persons < fewest) {
      throw new Error(`what is left of the total, ${left.count}, is about ${left.persons} persons`);
    }
  }
}

/** Holds the sum of all rows that are withheld to what is in them. */
function checkRemainder(answer: Answer, { selected }: NaiveAnswer, query: StatisticsQuery): void {
  if (!answer.remainder || answer.remainder.count.reason === "NOT_ADDITIVE") return;
  const missing = selected.flatMap((things, period) => {
    const names = new Set(rowsOf(answer, query, period).map(({ keys }) => nameOf(keys, query)));
    return things.filter(({ keys }) => !names.has(nameOf(keys, query)));
  });
  checkCell(answer.remainder.count, count(missing));
}

/** What the rows of a period that are not there come to. */
function restOf(answer: Answer, query: StatisticsQuery, period: number): Cell {
  const rows = rowsOf(answer, query, period);
  const total = answer.totals[period]?.count ?? notAdditive;
  if (rows.length === 0) return total;
  const { value } = sumOfCells(rows.map((row) => row.count));
  return total.value === null || value === null
    ? { value: null, suppressed: true, reason: "SMALL_GROUP", lower: null, upper: null }
    : shown(total.value - value);
}

function subsetsOf(numbers: readonly number[]): number[][] {
  const [first, ...others] = numbers;
  if (first === undefined) return [[]];
  return subsetsOf(others).flatMap((some) => [some, [first, ...some]]);
}

/** Holds one number to what was counted. */
function checkCell(cell: Cell, counted: NaiveCount | undefined): void {
  if (!counted) throw new Error("a number of no period");
  if (cell.value !== null) {
    const { count: value, persons } = counted;
    expect(cell).toEqual(shown(value));
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

/**
 * Nothing is suppressed where no group of the whole table, whatever the filter selects, is too small, and none overlap:
 * what groups sum to beyond the whole may be about few.
 */
function checkNeedless(
  answer: Answer,
  { things }: NaiveAnswer,
  query: StatisticsQuery,
  table: readonly string[],
): void {
  const margins = [[], table, ...table.map((name) => [name])];
  const isSmall = ({ persons }: NaiveCount) => persons > 0 && persons < fewest;
  const needs = things.map((some) =>
    margins.some((names) => {
      const counts = groupsOf(some, names).map(({ members }) => count(members));
      const parts = counts.reduce((sum, each) => sum + each.count, 0);
      return counts.some(isSmall) || parts > count(some).count;
    }),
  );
  if (!needs.includes(true)) expect(answer.disclosure.withheld).toBe(false);
  query.periods.forEach((_period, period) => {
    if (needs[period]) return;
    const rows = rowsOf(answer, query, period).map((row) => row.count);
    const cells = [answer.totals[period]?.count, ...rows];
    expect(cells.filter((cell) => cell?.reason === "SMALL_GROUP")).toEqual([]);
  });
}

function rowsOf({ rows }: Answer, { periods }: StatisticsQuery, index: number): readonly Row[] {
  const period = periods[index];
  const year = period && "fiscalYear" in period ? period.fiscalYear : null;
  return rows.filter(({ fiscalYear }) => fiscalYear === year);
}

function nameOf(keys: Row["keys"], { groupBy }: StatisticsQuery): string {
  return JSON.stringify(groupBy.map((name) => keys[name] ?? null));
}
