import { type Highs } from "highs";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import { CellState } from "../disclosure/linked/linked-system";
import { protectLinked } from "../disclosure/linked/protect-linked";
import { isWithheld, protectedView, type ReleasedView } from "../statistics/released-view";
import { tableToProtect } from "../statistics/table-to-protect";
import type { CountedPeriods } from "./count-unit";
import { type ReleaseUnit, tableName } from "./release-plan";
import {
  type DecidedCell,
  hasPeriod,
  shownZero,
  type TableWithheld,
  type UnitBasis,
} from "./unit-basis";
import { keptState, latentState, type StateOf, UnitSystem } from "./unit-system";
import {
  allKeys,
  cellName,
  groupsOf,
  type GroupKeys,
  keysName,
  levelsOf,
  type UnitCounts,
  type UnitLevel,
} from "./unit-tables";

/** Of what it is decided which numbers of a unit are shown. */
export interface UnitToDecide {
  readonly unit: ReleaseUnit;
  /** Its tables and their periods, those of earlier releases too. */
  readonly counted: readonly CountedPeriods[];
  readonly counts: UnitCounts;
  /** What the last release decided: it stays. */
  readonly previous: UnitBasis | undefined;
  readonly earlierLeast: ReadonlyMap<string, number>;
  /** Whether all of it was in the last release, and is proven to stay uncertain: then nothing is left to decide. */
  readonly isProven: boolean;
  readonly rule: DisclosureRule;
}

/** What was decided. */
export interface DecidedUnit {
  readonly basis: UnitBasis;
  /** Whether every number that is not shown is protected; otherwise nothing of it can be released. */
  readonly isProtected: boolean;
  readonly programmes: number;
}

/**
 * Decides which numbers of a unit are shown: each table by itself first, then more of it as all tables together
 * require, level by level from the outside in. What a level decides stays, unless nothing else protects a finer one.
 */
export function decideUnit(given: UnitToDecide, highs: Highs): DecidedUnit {
  const { previous, rule } = given;
  const levels = levelsOf(given.counted, previous);
  const views = new Views(given);
  const built = new UnitSystem(given);
  const { system, numbers } = built;
  const isOld = (cell: number) => oldCells.has(cell);
  const oldCells = new Set<number>();
  const stateOf: StateOf = (name, table, period, keys) => {
    const decided = previous?.cells[name];
    const isReleased = previous && hasPeriod(previous, tableName(table), period.name);
    if (!decided && !isReleased) return views.stateOf(table, period.name, keys);
    oldCells.add(system.cells.length);
    return keptState(table, given.counts.get(name), decided, rule);
  };
  const settled = new Set<string>();
  let programmes = 0;
  let unprotected: readonly number[] = [];
  const protect = () => {
    const done = protectLinked(system, rule, highs, settled);
    programmes += done.programmes;
    unprotected = done.unprotected;
  };
  for (const level of levels) {
    views.addLevel(level);
    built.addLevel(level, stateOf);
    if (given.isProven) continue;
    protect();
    if (unprotected.length > 0) {
      for (const [cell, one] of system.cells.entries()) {
        if (one.state === CellState.SHOWN && !isOld(cell) && one.headroom > 0) {
          one.state = CellState.OPEN;
        }
      }
      protect();
    }
    for (const cell of system.cells)
      if (cell.state === CellState.OPEN) cell.state = CellState.SHOWN;
    if (unprotected.length > 0) break;
  }
  const cells: Record<string, DecidedCell> = Object.fromEntries(
    [...numbers].flatMap(([name, number]) => {
      const { count, persons, state } = system.cell(number);
      const decided: DecidedCell = { count, persons, state, isListed: views.isListed(name) };
      return count === 0 && state === CellState.SHOWN ? [] : [[name, decided] as const];
    }),
  );
  for (const [name, cell] of countedGroups(given, levels, cells)) cells[name] = cell;
  return {
    // Periods that records do not cover any more stay decided.
    basis: {
      tables: merged(previous?.tables ?? {}, views.withheld()),
      cells: { ...without(previous?.cells ?? {}, numbers), ...cells },
    },
    isProtected: unprotected.length === 0,
    programmes,
  };
}

function merged(before: UnitBasis["tables"], now: UnitBasis["tables"]): UnitBasis["tables"] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(names.map((name) => [name, { ...before[name], ...now[name] }]));
}

function without(
  cells: UnitBasis["cells"],
  names: ReadonlyMap<string, unknown>,
): UnitBasis["cells"] {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => !names.has(name)));
}

/** The numbers of groups that are not empty: each is shown where what is in the groups is. */
function countedGroups(
  { unit, counts, previous }: UnitToDecide,
  levels: readonly UnitLevel[],
  cells: Readonly<Record<string, DecidedCell>>,
): (readonly [string, DecidedCell])[] {
  return levels.flatMap(({ tables, keys }) =>
    tables.flatMap(({ table, periods }) => {
      const counted = unit.measures[table.measure]?.linked?.groupsOf?.measure;
      if (counted === undefined) return [];
      return periods.flatMap(({ period }) =>
        allKeys(table, keys).flatMap((each) => {
          const name = cellName(table.measure, period.name, table, each);
          const inGroups = cells[cellName(counted, period.name, table, each)];
          const { state, isListed } = previous?.cells[name] ?? inGroups ?? shownZero;
          const { count, persons } = counts.get(name) ?? shownZero;
          const isShownZero = count === 0 && state === CellState.SHOWN;
          return isShownZero ? [] : [[name, { count, persons, state, isListed }] as const];
        }),
      );
    }),
  );
}

/** What is decided of each table by itself, and what is not listed at all. */
class Views {
  private readonly views = new Map<string, ReleasedView>();
  private readonly shown = new Map<string, Map<string, boolean>>();
  private readonly unlisted = new Set<string>();
  private readonly decided: Record<string, Record<string, TableWithheld>> = {};

  constructor(private readonly given: UnitToDecide) {}

  addLevel(level: UnitLevel): void {
    for (const counted of level.tables) {
      for (const { period } of counted.periods) this.addView(counted, period, level.keys);
    }
  }

  stateOf(table: CountedPeriods["table"], period: string, keys: GroupKeys): CellState {
    const key = viewName(table, period);
    const view = this.views.get(key);
    const name = cellName(table.measure, period, table, keys);
    if (!view) {
      this.unlisted.add(name);
      return latentState(this.given.counts.get(name), undefined, this.given.rule);
    }
    const isShown = this.shown.get(key)?.get(keysName(keys));
    if (isShown !== undefined) return isShown ? CellState.OPEN : CellState.HIDDEN;
    const isNought = !this.given.counts.get(name)?.count;
    const isMissing = isWithheld(
      view,
      keys.map((each) => each !== undefined),
      [],
    );
    if (isNought && !isMissing) return CellState.OPEN;
    this.unlisted.add(name);
    return isNought ? CellState.LATENT : CellState.HIDDEN;
  }

  isListed(name: string): boolean {
    return this.given.previous?.cells[name]?.isListed ?? !this.unlisted.has(name);
  }

  withheld(): UnitBasis["tables"] {
    return this.decided;
  }

  private addView(
    counted: CountedPeriods,
    period: CountedPeriods["periods"][number]["period"],
    keys: readonly GroupKeys[],
  ): void {
    const { table } = counted;
    const own = (this.decided[tableName(table)] ??= {});
    if (!table.isReleased) {
      own[period.name] = { withheld: [true, true], innerWithheld: true };
      return;
    }
    // Shown as what is in the groups is.
    if (this.given.unit.measures[table.measure]?.linked?.groupsOf) {
      own[period.name] = { withheld: [false, false], innerWithheld: false };
      return;
    }
    const before = this.given.previous?.tables[tableName(table)]?.[period.name];
    if (before) {
      own[period.name] = before;
      return;
    }
    const groups = groupsOf(counted, period, keys, this.given.counts);
    const { rule } = this.given;
    const subject = { measure: table.measure, period, knownAt: undefined, rule };
    const view = protectedView(tableToProtect(subject, table.dimensions, groups));
    const key = viewName(table, period.name);
    this.views.set(key, view);
    this.shown.set(
      key,
      new Map(view.groups.map((group) => [keysName(group.keys), !group.cell.suppressed])),
    );
    const { withheld, innerWithheld } = view;
    own[period.name] = { withheld, innerWithheld };
  }
}

function viewName(table: CountedPeriods["table"], period: string): string {
  return `${tableName(table)} ${period}`;
}
