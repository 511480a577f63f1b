import { type Highs } from "highs";
import type { CountedCell } from "../disclosure/counted-cell";
import { type DisclosureRule, isPrimary } from "../disclosure/disclosure-rule";
import { CellState, isUnknown, type LinkedSystem } from "../disclosure/linked/linked-system";
import { hiddenPersons, partsOf, protectLinked } from "../disclosure/linked/protect-linked";
import { isOverlapping } from "../disclosure/overlap";
import type { CountedGroup } from "../statistics/counted-groups";
import type { CountedPeriods } from "./count-unit";
import { type ReleaseUnit, tableName } from "./release-plan";
import { hasPeriod, shownZero, type UnitBasis } from "./unit-basis";
import { keptState, type StateOf, UnitSystem } from "./unit-system";
import { withSafeQuarters } from "./safe-quarters";
import { protectedView } from "../statistics/released-view";
import { tableToProtect } from "../statistics/table-to-protect";
import { allKeys, cellName, groupsOf, levelsOf, type UnitCounts } from "./unit-tables";

/** What was released, and what would be instead. */
export interface Corrections {
  readonly unit: ReleaseUnit;
  /** The tables and periods of the last release. */
  readonly counted: readonly CountedPeriods[];
  /** What they come to now. */
  readonly counts: UnitCounts;
  /** All releases, the last one at the end. */
  readonly earlier: readonly UnitBasis[];
  readonly rule: DisclosureRule;
}

/** Whether anything that was released has another number now. */
export function isCorrected({ counted, counts, earlier }: Corrections): boolean {
  const last = earlier.at(-1);
  if (!last) return false;
  return namesOf(counted, counts, last).some((name) => {
    const [now, before] = [counts.get(name) ?? shownZero, last.cells[name] ?? shownZero];
    return now.count !== before.count || now.persons !== before.persons;
  });
}

/**
 * Whether numbers that were released before can be replaced. They can if, beside every earlier release, each number that
 * is shown and each sum of hidden ones is the same or differs by at least the threshold; and if the numbers that were
 * hidden, and stay so, are protected still, even from somebody who knows by how much each of them changed.
 */
export function admitsCorrections(given: Corrections, highs: Highs): boolean {
  const { unit, counted, counts, earlier, rule } = given;
  const last = earlier.at(-1);
  if (!last) return true;
  const earlierLeast = leastOf(earlier);
  const built = new UnitSystem({ unit, counts, rule, previous: last, earlierLeast });
  const stateOf: StateOf = (name, table) =>
    keptState(table, counts.get(name), last.cells[name], rule);
  for (const level of levelsOf(counted, last)) built.addLevel(level, stateOf);
  const { system, numbers } = built;
  const before = earlier.map((basis) => {
    const cells = new Map<number, CountedCell>();
    for (const [name, number] of numbers) {
      const cell = basis.cells[name] ?? (isIn(basis, name) ? shownZero : undefined);
      if (cell) cells.set(number, cell);
    }
    return cells;
  });
  return (
    groupsTellEnough(given) &&
    tablesStayShown(given) &&
    quartersStaySafe(given) &&
    system.cells.every((cell, number) => {
      if (isUnknown(cell)) return true;
      return (
        !isPrimary(cell, rule) &&
        before.every((cells) => tellsEnough(cell, cells.get(number), rule))
      );
    }) &&
    hiddenSumsTellEnough(system, before, rule) &&
    protectLinked(system, rule, highs).unprotected.length === 0
  );
}

/** The least that any release was made from, of each number that is in one. */
export function leastOf(earlier: readonly UnitBasis[]): Map<string, number> {
  const least = new Map<string, number>();
  const names = new Set(earlier.flatMap(({ cells }) => Object.keys(cells)));
  for (const name of names) {
    for (const basis of earlier) {
      const { cells } = basis;
      if (cells[name] === undefined && !isIn(basis, name)) continue;
      const count = cells[name]?.count ?? 0;
      least.set(name, Math.min(count, least.get(name) ?? count));
    }
  }
  return least;
}

/** The same of numbers of groups, which are in no relation. */
function groupsTellEnough({ unit, counted, counts, earlier, rule }: Corrections): boolean {
  return levelsOf(counted, earlier.at(-1)).every(({ tables, keys }) =>
    tables.every(({ table, periods }) => {
      if (!unit.measures[table.measure]?.linked?.groupsOf) return true;
      return periods.every(({ period }) =>
        allKeys(table, keys).every((each) => {
          const name = cellName(table.measure, period.name, table, each);
          const now = counts.get(name) ?? shownZero;
          const { state } = earlier.at(-1)?.cells[name] ?? shownZero;
          return (
            state !== CellState.SHOWN ||
            earlier.every((basis) => {
              const then = basis.cells[name] ?? (isIn(basis, name) ? shownZero : undefined);
              const persons = Math.abs(now.persons - (then?.persons ?? 0));
              return !then || now.count === then.count || persons >= rule.threshold;
            })
          );
        }),
      );
    }),
  );
}

/** Whether tables with groups that overlap would still be shown as they are: a correction can make them overlap by a few. */
function tablesStayShown({ unit, counted, counts, earlier, rule }: Corrections): boolean {
  const last = earlier.at(-1);
  return levelsOf(counted, last).every(({ tables, keys }) =>
    tables.every(({ table, periods }) =>
      periods.every(({ period }) => {
        const isShownAsOthers = unit.measures[table.measure]?.linked?.groupsOf !== undefined;
        if (!table.isReleased || isShownAsOthers) return true;
        const groups = groupsOf({ table }, period, keys, counts);
        // Of others, what is hidden of them is all that has to stay uncertain.
        if (!doOverlap(groups)) return true;
        const subject = { measure: table.measure, period, knownAt: undefined, rule };
        const view = protectedView(tableToProtect(subject, table.dimensions, groups));
        return view.groups.every((group) => {
          const name = cellName(table.measure, period.name, table, group.keys);
          return !group.cell.suppressed || last?.cells[name]?.state !== CellState.SHOWN;
        });
      }),
    ),
  );
}

function doOverlap(groups: readonly CountedGroup[]): boolean {
  const countsOf = (some: readonly CountedGroup[]) => some.map(({ count }) => count);
  const finest = groups.filter(({ keys }) => !keys.includes(undefined));
  const [whole] = groups.filter(({ keys }) => keys.every((key) => key === undefined));
  return isOverlapping(whole?.count ?? 0, countsOf(finest));
}

/** Whether the ends of quarters that were released tell no more of the flows as they are now. */
function quartersStaySafe({ unit, counted, counts, rule }: Corrections): boolean {
  const sources = { unit, counts, last: undefined, isWaiting: false, rule };
  const safe = withSafeQuarters(counted, sources);
  return counted.every(({ periods }, index) => periods.length === safe[index]?.periods.length);
}

function hiddenSumsTellEnough(
  system: LinkedSystem,
  before: readonly ReadonlyMap<number, CountedCell>[],
  rule: DisclosureRule,
): boolean {
  return system.relations.every((relation) => {
    const { whole, terms } = relation;
    if (whole !== null && !isUnknown(system.cell(whole))) {
      const persons = hiddenPersons(system, whole, partsOf(relation));
      if (persons > 0 && persons < rule.threshold) return false;
    }
    const hidden = terms.filter(([cell]) => isUnknown(system.cell(cell)));
    const sumOf = (cellOf: (cell: number) => CountedCell | undefined) => {
      const cells = hidden.map(([cell, factor]) => [cellOf(cell), factor] as const);
      return cells.every(([cell]) => cell) ? total(cells) : undefined;
    };
    // What is hidden of a relation as a whole is known from the rest of it.
    const now = sumOf((cell) => system.cell(cell)) ?? shownZero;
    return before.every((cells) =>
      tellsEnough(
        now,
        sumOf((cell) => cells.get(cell)),
        rule,
      ),
    );
  });
}

/** No difference, or one about enough persons. */
function tellsEnough(
  one: CountedCell,
  other: CountedCell | undefined,
  { threshold }: DisclosureRule,
): boolean {
  if (!other) return true;
  const count = Math.abs(one.count - other.count);
  const persons = Math.abs(one.persons - other.persons);
  return (count === 0 && persons === 0) || (count >= threshold && persons >= threshold);
}

function total(terms: readonly (readonly [CountedCell | undefined, number])[]): CountedCell {
  return terms.reduce(
    (sum, [cell, factor]) => ({
      count: sum.count + factor * (cell?.count ?? 0),
      persons: sum.persons + factor * (cell?.persons ?? 0),
    }),
    { count: 0, persons: 0 },
  );
}

/** Whether a release has a measure in a period, so that a number without an entry was nought. */
function isIn({ tables }: UnitBasis, name: string): boolean {
  const [measure, period = ""] = JSON.parse(name) as [string, string?];
  return Object.entries(tables).some(
    ([table, periods]) => table.startsWith(`${measure}(`) && periods[period] !== undefined,
  );
}

/** The names of all numbers of a release, as they were and as they are. */
function namesOf(
  counted: readonly CountedPeriods[],
  counts: UnitCounts,
  last: UnitBasis,
): string[] {
  const released = new Set(
    counted.flatMap(({ table, periods }) =>
      periods
        .filter(({ period }) => hasPeriod(last, tableName(table), period.name))
        .map(({ period }) => JSON.stringify([table.measure, period.name])),
    ),
  );
  return [...new Set([...counts.keys(), ...Object.keys(last.cells)])].filter((name) => {
    const [measure, period] = JSON.parse(name) as [string, string];
    return released.has(JSON.stringify([measure, period]));
  });
}
