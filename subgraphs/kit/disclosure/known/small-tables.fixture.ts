import fc from "fast-check";
import { Deadline } from "./deadline";
import type { Highs } from "highs";
import type { DisclosureRule } from "../disclosure-rule";
import { connectedParts } from "../linked/connected-parts";
import { GuardedBlock } from "./guarded-block";
import { exactly, type Interval, isExact, isSame } from "./interval";
import { KnownBlock } from "./known-block";
import { type Hidden, KnownSystem } from "./known-system";

/** What becomes of a number of a table. */
export type State =
  /** Everybody knows it already. */
  | "known"
  /** It is suppressed already. */
  | "suppressed"
  /** The tables show it. */
  | "shown"
  /** The tables hide it. */
  | "hidden"
  /** The tables hide it, and say that it is within 1 of its value. */
  | "bounded"
  /** The tables say its value in a way that cannot be hidden, as that nobody is in groups without a row. */
  | "claimed"
  /** Nobody says anything of it. */
  | "unsaid";

/** A number with its value, which nobody but the test knows where it is not shown. */
export interface SmallCell {
  readonly value: number;
  readonly state: State;
}

/** A table of rows with its margins: row and column 0 are the margins, their first cell the total. */
export type SmallTable = readonly (readonly SmallCell[])[];

/** Tables of at most two rows and three columns, with their margins, in which anything may be known, hidden or shown. */
export const smallTables: fc.Arbitrary<SmallTable> = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) => {
    const state = fc.constantFrom<State>(
      ...([
        "known",
        "suppressed",
        "shown",
        "shown",
        "shown",
        "hidden",
        "hidden",
        "bounded",
        "claimed",
        "unsaid",
      ] as const),
    );
    const margin = fc.constantFrom<State>("known", "known", "shown", "suppressed", "hidden");
    const inner = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 3, max: 9 }));
    const line = <Value>(one: fc.Arbitrary<Value>, length: number) =>
      fc.array(one, { minLength: length, maxLength: length });
    return fc.record({
      values: line(line(inner, columns), rows),
      states: line(line(state, columns), rows),
      margins: line(margin, 1 + rows + columns),
    });
  })
  .map(({ values, states, margins }) => {
    const columns = values[0]?.length ?? 0;
    const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
    const columnSums = Array.from({ length: columns }, (_none, column) =>
      sum(values.map((row) => row[column] ?? 0)),
    );
    const cell = (value: number, state: State | undefined): SmallCell => ({
      value,
      state: state ?? "known",
    });
    return [
      [
        cell(sum(columnSums), margins[0]),
        ...columnSums.map((value, column) => cell(value, margins[1 + column])),
      ],
      ...values.map((row, at) => [
        cell(sum(row), margins[1 + columns + at]),
        ...row.map((value, column) => cell(value, states[at]?.[column])),
      ]),
    ];
  });

/** All lines of a table: the places of the whole, and of its parts. */
export function linesOf(table: SmallTable): { whole: number; parts: number[] }[] {
  const width = table[0]?.length ?? 0;
  const place = (row: number, column: number) => row * width + column;
  const rows = table.map((_row, index) => index);
  const columns = Array.from({ length: width }, (_none, index) => index);
  return [
    ...rows.map((row) => ({
      whole: place(row, 0),
      parts: columns.slice(1).map((column) => place(row, column)),
    })),
    ...columns.map((column) => ({
      whole: place(0, column),
      parts: rows.slice(1).map((row) => place(row, column)),
    })),
  ];
}

function isHiddenAnyway(state: State): boolean {
  return state === "suppressed" || state === "hidden" || state === "bounded";
}

/** The places of two cells that are taken for those of a group on close days: the first and the last of the first row. */
function closeOf(table: SmallTable): readonly [number, number] {
  const width = table[0]?.length ?? 0;
  return [width + 1, 2 * width - 1];
}

/** A table as a system; the numbers of its cells are their places. */
export function systemOf(table: SmallTable): KnownSystem {
  const system = new KnownSystem();
  for (const { value, state } of table.flat()) {
    const cell = system.cell(system.add({ isOfPersons: true }));
    if (state === "known") cell.before = exactly(value);
    if (state === "shown") cell.shown = value;
    if (state === "claimed") cell.said = exactly(value);
    if (state === "bounded") cell.said = { lower: Math.max(0, value - 1), upper: value + 1 };
    cell.isHidden = isHiddenAnyway(state);
  }
  for (const { whole, parts } of linesOf(table)) {
    const terms = parts.map((part) => [part, 1] as const);
    system.relations.push({ whole, terms: [[whole, -1], ...terms] });
  }
  system.closeDays.push(closeOf(table));
  return system;
}

/** What a block of a system is tried with. */
export interface TriedBlock {
  readonly block: GuardedBlock;
  readonly dispose: () => void;
}

/** The blocks of a system, each with all the time it needs. */
export function blocksOf(system: KnownSystem, rule: DisclosureRule, highs: Highs): TriedBlock[] {
  const isFixed = (cell: number) => isExact(system.boundsBefore(cell));
  return connectedParts(system.cells.length, system.relations, isFixed).map((part) => {
    const known = new KnownBlock(highs, system, part, new Deadline(1e9));
    return { block: new GuardedBlock(known, system, rule), dispose: () => known.dispose() };
  });
}

/** What fails in a table, found by trying all values: the places of cells, and the wholes of lines. */
export interface TriedFailures {
  readonly values: ReadonlyMap<number, Interval>;
  readonly small: ReadonlyMap<number, Interval>;
  readonly shown: readonly number[];
  readonly sums: readonly number[];
  readonly isChanged: boolean;
}

/** How many failures there are. */
export function countOf({ values, small, shown, sums, isChanged }: TriedFailures): number {
  return values.size + small.size + shown.length + sums.length + Number(isChanged);
}

type IsKnown = (cell: SmallCell, place: number) => boolean;

/** How far from its value a cell is tried. */
type Distance = (state: State, place: number) => number;

const isKnownBefore: IsKnown = ({ state }) => state === "known";

/** Tries all values of a table. */
export class TriedTable {
  private readonly cells: readonly SmallCell[];
  private readonly before: readonly Interval[];

  constructor(
    private readonly table: SmallTable,
    private readonly rule: DisclosureRule,
  ) {
    this.cells = table.flat();
    this.before = this.ranges(isKnownBefore, () => rule.width);
  }

  /** Everything that fails once these cells are hidden. */
  failures(hidden: Hidden): TriedFailures {
    const isKnown: IsKnown = ({ state }, place) =>
      state === "known" || state === "claimed" || (state === "shown" && !hidden.has(place));
    const distance: Distance = (state, place) =>
      state === "bounded" && !hidden.has(place) ? 1 : this.rule.width;
    const now = this.ranges(isKnown, distance);
    const values = new Map<number, Interval>();
    const small = new Map<number, Interval>();
    for (const [place, { state }] of this.cells.entries()) {
      const [range, first] = [now[place], this.before[place]];
      if (!range || !first || state === "known") continue;
      const isHidden = isHiddenAnyway(state) || hidden.has(place);
      const isUnsaid = state === "unsaid" || state === "claimed";
      // What is as it was before, the tables are not to blame for.
      if (isSame(range, first)) continue;
      if (isHidden && !this.isWide(range)) values.set(place, range);
      if (isUnsaid && this.isSmall(range)) small.set(place, range);
    }
    const shown = [...this.cells.entries()].flatMap(([place, { value, state }]) =>
      state === "shown" && !hidden.has(place) && this.isSmall(exactly(value)) ? [place] : [],
    );
    const sums = linesOf(this.table).flatMap(({ whole, parts }) => {
      const open = this.openOf(parts, isKnown);
      const sum = open.reduce((all, place) => all + (this.cells[place]?.value ?? 0), 0);
      // What they are is among what they can be.
      if (open.length < 2 || !this.isSmall(exactly(sum))) return [];
      // A whole that nobody is told has a guard of its own.
      const isWhole = this.cells[whole]?.value === sum && this.openOf([whole], isKnown).length > 0;
      if (isWhole) return [];
      const range = this.sumRange(open, isKnown, distance);
      const isAsBefore =
        open.length === this.openOf(parts, isKnownBefore).length &&
        isSame(
          range,
          this.sumRange(open, isKnownBefore, () => this.rule.width),
        );
      return this.isSmall(range) && !isAsBefore ? [whole] : [];
    });
    const close = closeOf(this.table);
    const [one = 0, other = 0] = close.map((place) => this.cells[place]?.value);
    const isChanged =
      this.openOf(close, isKnown).length === 0 &&
      this.openOf(close, isKnownBefore).length > 0 &&
      this.isSmall(exactly(Math.abs(one - other)));
    return { values, small, shown, sums, isChanged };
  }

  /** The size of the smallest choice without a failure, by trying all; `null` if there is none. */
  optimum(): number | null {
    const candidates = [...this.cells.entries()].flatMap(([place, { state }]) =>
      state === "shown" || state === "bounded" ? [place] : [],
    );
    const choices = Array.from({ length: 2 ** candidates.length }, (_none, bits) =>
      candidates.filter((_place, at) => (bits >> at) & 1),
    ).sort((one, other) => one.length - other.length);
    const best = choices.find((choice) => countOf(this.failures(new Set(choice))) === 0);
    return best ? best.length : null;
  }

  private isWide({ lower, upper }: Interval): boolean {
    return upper - lower >= this.rule.width;
  }

  private isSmall({ lower, upper }: Interval): boolean {
    return lower > 0 && upper < this.rule.threshold;
  }

  private openOf(parts: readonly number[], isKnown: IsKnown): number[] {
    return parts.filter((place) => {
      const cell = this.cells[place];
      return !cell || !isKnown(cell, place);
    });
  }

  private ranges(isKnown: IsKnown, distance: Distance): Interval[] {
    const ranges = this.cells.map(() => ({ lower: Infinity, upper: -Infinity }));
    this.tryAll(isKnown, distance, (values) => {
      for (const [place, range] of ranges.entries()) {
        range.lower = Math.min(range.lower, values[place] ?? 0);
        range.upper = Math.max(range.upper, values[place] ?? 0);
      }
    });
    return ranges;
  }

  private sumRange(places: readonly number[], isKnown: IsKnown, distance: Distance): Interval {
    const range = { lower: Infinity, upper: -Infinity };
    this.tryAll(isKnown, distance, (values) => {
      const sum = places.reduce((all, place) => all + (values[place] ?? 0), 0);
      range.lower = Math.min(range.lower, sum);
      range.upper = Math.max(range.upper, sum);
    });
    return range;
  }

  /**
   * Tries all values of the cells that are near enough to the true ones: what can be further away can also be just so far.
   */
  private tryAll(
    isKnown: IsKnown,
    distance: Distance,
    visit: (values: readonly number[]) => void,
  ): void {
    const { cells, table } = this;
    const side = table[0]?.length ?? 0;
    const known = cells.map((cell, place) => isKnown(cell, place));
    const values = cells.map(() => 0);
    const add = (place: number, by: number) => (values[place] = (values[place] ?? 0) + by);
    const isPossible = (place: number) => !known[place] || values[place] === cells[place]?.value;
    const tryRow = (row: number, column: number): void => {
      if (row === table.length) {
        for (let place = 0; place < side; place += 1) if (!isPossible(place)) return;
        visit(values);
        return;
      }
      if (column === side) {
        if (isPossible(row * side)) tryRow(row + 1, 1);
        return;
      }
      const place = row * side + column;
      const { value: actual, state } = cells[place] ?? { value: 0, state: "known" };
      const away = known[place] ? 0 : distance(state, place);
      const [from, to] = [Math.max(0, actual - away), actual + away];
      for (let value = from; value <= to; value += 1) {
        for (const sum of [place, row * side, column, 0]) add(sum, value);
        tryRow(row, column + 1);
        for (const sum of [place, row * side, column, 0]) add(sum, -value);
      }
    };
    tryRow(1, 1);
  }
}
