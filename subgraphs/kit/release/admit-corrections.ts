import { type Highs } from "highs";
import type { CountedCell } from "../disclosure/counted-cell";
import { type DisclosureRule, isPrimary } from "../disclosure/disclosure-rule";
import { CellState, isUnknown, type LinkedSystem } from "../disclosure/linked/linked-system";
import { hiddenPersons, partsOf, protectLinked } from "../disclosure/linked/protect-linked";
import type { CountedPeriods } from "./count-unit";
import type { ReleaseUnit } from "./release-plan";
import { hasPeriod, shownZero, type UnitBasis } from "./unit-basis";
import { UnitSystem } from "./unit-system";
import { allKeys, cellName, levelsOf, tableName, type UnitCounts } from "./unit-tables";

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
  const built = new UnitSystem({ unit, counts, rule, earlierLeast: leastOf(earlier) });
  const stateOf = (name: string) => (last.cells[name] ?? shownZero).state;
  for (const level of levelsOf(counted, last)) built.addLevel(level, stateOf);
  const { system, numbers } = built;
  const before = earlier.map((basis) => {
    const cells = new Map<number, CountedCell>();
    for (const [name, number] of numbers) cells.set(number, basis.cells[name] ?? shownZero);
    return cells;
  });
  return (
    groupsTellEnough(given) &&
    system.cells.every((cell, number) => {
      if (isUnknown(cell)) return true;
      return (
        !isPrimary(cell, rule) &&
        before.every((cells) => tellsEnough(cell, cells.get(number) ?? shownZero, rule))
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
    const [measure, period] = JSON.parse(name) as [string, string];
    for (const { cells, tables } of earlier) {
      const isThere =
        cells[name] !== undefined ||
        Object.entries(tables).some(
          ([table, periods]) => table.startsWith(`${measure}(`) && periods[period] !== undefined,
        );
      if (!isThere) continue;
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
            earlier.every(({ cells }) => tellsEnough(now, cells[name] ?? shownZero, rule))
          );
        }),
      );
    }),
  );
}

function hiddenSumsTellEnough(
  system: LinkedSystem,
  before: readonly ReadonlyMap<number, CountedCell>[],
  rule: DisclosureRule,
): boolean {
  return system.relations.every((relation) => {
    const { whole } = relation;
    if (whole === null || isUnknown(system.cell(whole))) return true;
    const parts = partsOf(relation);
    const persons = hiddenPersons(system, whole, parts);
    if (persons > 0 && persons < rule.threshold) return false;
    const hidden = parts.filter((part) => isUnknown(system.cell(part)));
    const now = total(hidden.map((part) => system.cell(part)));
    return before.every((cells) => {
      return tellsEnough(now, total(hidden.map((part) => cells.get(part) ?? shownZero)), rule);
    });
  });
}

/** No difference, or one about enough persons. */
function tellsEnough(one: CountedCell, other: CountedCell, { threshold }: DisclosureRule): boolean {
  const count = Math.abs(one.count - other.count);
  const persons = Math.abs(one.persons - other.persons);
  return (count === 0 && persons === 0) || (count >= threshold && persons >= threshold);
}

function total(cells: readonly CountedCell[]): CountedCell {
  return cells.reduce(
    (sum, { count, persons }) => ({ count: sum.count + count, persons: sum.persons + persons }),
    { count: 0, persons: 0 },
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
