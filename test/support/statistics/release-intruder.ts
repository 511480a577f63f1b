import type { Highs } from "highs";
import { type Effort, type Term, UnknownNumbers } from "./unknown-numbers";

/** The keys of a group, one for each dimension of its table; `undefined` where it is summed over. */
export type Keys = readonly (string | null | undefined)[];

/** A row as everybody is shown it; without a value where it is suppressed. */
export interface SeenRow {
  /** One for each dimension that it is grouped by. */
  readonly keys: readonly (string | null)[];
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What everybody is shown of a measure in a period, grouped in one way. */
export interface SeenGroups {
  readonly measure: string;
  /** What it is grouped by: nothing for the total. */
  readonly dimensions: readonly string[];
  /** The day of a stock, or the fiscal year of a flow, as `FY2013`. */
  readonly period: string;
  /** Whether not all groups are listed. Otherwise one that is not listed is nought. */
  readonly isWithheld: boolean;
  readonly rows: readonly SeenRow[];
}

/** A group as it is on record; what has no group is nought. */
export interface TrueGroup {
  readonly keys: Keys;
  readonly count: number;
  /** Whom it is about, where that is known. */
  readonly who?: ReadonlySet<string>;
}

/** A table as it is on record, with all its sums: those that nobody is shown, too. */
export interface TrueTable extends Pick<SeenGroups, "measure" | "dimensions" | "period"> {
  readonly groups: readonly TrueGroup[];
}

/** What everybody knows of measures without having seen any number. */
export interface PublicKnowledge {
  /** A stock, and what comes and goes between two of its days. */
  readonly balances: readonly {
    readonly stock: string;
    readonly came: string;
    readonly went: string;
  }[];
  /** All whom one measure counts are counted by another too. */
  readonly subsets: readonly { readonly part: string; readonly whole: string }[];
  /** Everybody in a stock came by a flow, in its year or before. */
  readonly arrivals: readonly { readonly stock: string; readonly came: string }[];
  /** What one measure counts are groups of another that are not empty: which these are, is known. */
  readonly groups: readonly {
    readonly measure: string;
    readonly of: string;
    readonly dimension: string;
  }[];
}

/** Everything that was shown at one time, and the truth of that time. */
export interface SeenRelease {
  readonly seen: readonly SeenGroups[];
  readonly truth: readonly TrueTable[];
}

/** What was found out. */
export interface FoundOut {
  /** Suppressed numbers that were found out closer than is promised. */
  readonly narrow: readonly {
    readonly cell: string;
    readonly truths: readonly number[];
    readonly least: number;
    readonly greatest: number;
  }[];
  /** What is shown and is not so, or is not shown as is promised. */
  readonly wrong: readonly string[];
  /** What can be added up and is about too few persons. */
  readonly few: readonly string[];
  /** Numbers that no table shows, nothing is promised of, and that were found out closer than if it were. */
  readonly byTheWay: readonly {
    readonly cell: string;
    readonly truths: readonly number[];
    readonly spread: number;
  }[];
  /** How many suppressed numbers there were to find out. */
  readonly hidden: number;
  /** How close the closest was found out. */
  readonly narrowest: number;
  readonly effort: Effort;
}

interface Cell {
  readonly name: string;
  readonly number: number;
  /** In each release; `undefined` in those before it was of a period of the register. */
  readonly truths: (TrueGroup | undefined)[];
  isKnown: boolean;
  /** Whether any release has a row of it that is suppressed. */
  isSuppressed: boolean;
  /** Whether it is in any table that was shown. */
  isOfTable: boolean;
  /** How far apart two values of it can be at most, whatever is shown. */
  most: number;
}

/** A sum, and what it is the sum of. */
interface Sum {
  readonly release: number;
  readonly whole: Cell;
  readonly parts: readonly Cell[];
}

/**
 * Somebody who was shown all tables of all releases, and puts them together with what everybody knows: how groups add
 * up, what comes and goes, which agencies have sent anybody. It also knows by how much groups overlap, and by how much
 * each number changed from release to release.
 */
export class ReleaseIntruder {
  private readonly numbers: UnknownNumbers;
  private readonly cells = new Map<string, Cell>();
  /** What is grouped in the same way, of one measure in one period. */
  private readonly groupings = new Map<string, Cell[]>();
  private readonly keys = new Map<string, Map<string, Keys>>();
  private readonly sums: Sum[] = [];
  private readonly wrong: string[] = [];

  constructor(
    highs: Highs,
    private readonly rule: { readonly threshold: number; readonly width: number },
    private readonly knowledge: PublicKnowledge,
    releases: readonly SeenRelease[],
  ) {
    this.numbers = new UnknownNumbers(highs, rule.width);
    for (const { truth } of releases) {
      for (const { dimensions, groups } of truth) this.addKeys(dimensions, groups);
    }
    for (const [release, { truth, seen }] of releases.entries()) {
      for (const table of truth) this.learnTruth(release, table);
      for (const groups of seen) this.learnGroups(release, groups);
      for (const table of truth) this.addUp(release, table);
      this.compare(release, truth);
    }
    for (const { number, isKnown } of this.cells.values()) {
      if (isKnown) this.numbers.bound(number, 0, 0);
    }
  }

  /** Finds out what can be found out. */
  findOut(): FoundOut {
    const all = [...this.cells.values()];
    const isThere = ({ truths }: Cell) => truths.some((truth) => (truth?.count ?? 0) > 0);
    // What is listed nowhere is hidden too.
    const isHidden = ({ isSuppressed, isOfTable, isKnown }: Cell) =>
      isSuppressed || (isOfTable && !isKnown);
    const hidden = all.filter((cell) => isHidden(cell) && isThere(cell));
    const latent = all.filter((cell) => !cell.isOfTable && isThere(cell));
    const { ranges, effort } = this.numbers.ranges(hidden.map(({ number }) => number));
    const spreadOf = ({ number }: Cell) => {
      const { least, greatest } = ranges.get(number) ?? { least: 0, greatest: 0 };
      return { least, greatest, spread: greatest - least };
    };
    const { width } = this.rule;
    const byTheWay = this.numbers.ranges(latent.map(({ number }) => number)).ranges;
    return {
      narrow: hidden.flatMap((cell) => {
        const { least, greatest, spread } = spreadOf(cell);
        const truths = cell.truths.map((truth) => truth?.count ?? NaN);
        return spread > Math.min(width, cell.most) - rounding
          ? []
          : [{ cell: cell.name, truths, least, greatest }];
      }),
      wrong: this.wrong,
      few: [...this.sumsOfFew()],
      byTheWay: latent.flatMap(({ name, number, truths }) => {
        const { least, greatest } = byTheWay.get(number) ?? { least: 0, greatest: 0 };
        const spread = greatest - least;
        const counts = truths.map((truth) => truth?.count ?? NaN);
        return spread > width - rounding ? [] : [{ cell: name, truths: counts, spread }];
      }),
      hidden: hidden.length,
      narrowest: Math.min(...hidden.map((cell) => spreadOf(cell).spread)),
      effort,
    };
  }

  /** What changed between two releases by something, but by less than the threshold. */
  smallChanges(): string[] {
    const { threshold } = this.rule;
    const isSmall = (by: number) => by !== 0 && Math.abs(by) < threshold;
    const changes = (name: string, counts: readonly (number | undefined)[]) =>
      counts.flatMap((now, release) =>
        counts.slice(0, release).flatMap((before, earlier) => {
          if (now === undefined || before === undefined || !isSmall(now - before)) return [];
          return [`${name}: ${before} in release ${earlier}, ${now} in release ${release}`];
        }),
      );
    const shown = [...this.cells.values()]
      .filter(({ isKnown, isOfTable }) => isKnown && isOfTable)
      .flatMap(({ name, truths }) =>
        changes(
          name,
          truths.map((truth) => truth?.count),
        ),
      );
    const rests = new Map<string, (number | undefined)[]>();
    for (const { release, whole, parts } of this.sums) {
      const hidden = parts.filter(({ isKnown }) => !isKnown);
      if (!whole.isKnown || hidden.length === 0) continue;
      const name = `what is hidden of ${whole.name} by ${hidden.map((part) => part.name).join(" ")}`;
      const counts = rests.get(name) ?? [];
      counts[release] = total(hidden.map(({ truths }) => truths[release]?.count ?? 0));
      rests.set(name, counts);
    }
    return [...shown, ...[...rests].flatMap(([name, counts]) => changes(name, [...counts]))];
  }

  private addKeys(dimensions: readonly string[], groups: readonly { readonly keys: Keys }[]): void {
    const name = dimensions.join();
    const all = this.keys.get(name) ?? new Map<string, Keys>();
    this.keys.set(name, all);
    for (const { keys } of groups) {
      if (!keys.includes(undefined)) all.set(nameOfKeys(keys), keys);
    }
  }

  /** The finest groups of tables by these dimensions, whatever they count and when. */
  private finest(dimensions: readonly string[]): Keys[] {
    return [...(this.keys.get(dimensions.join())?.values() ?? [])];
  }

  private cell({ measure, dimensions, period }: Omit<TrueTable, "groups">, keys: Keys): Cell {
    const parts = dimensions.flatMap((name, index) =>
      keys[index] === undefined ? [] : [`${name}=${String(keys[index])}`],
    );
    const name = [measure, period, ...parts.sort()].join(" ");
    const before = this.cells.get(name);
    if (before) return before;
    const cell = {
      ...{ name, number: this.numbers.add(), truths: [] },
      ...{ isKnown: false, isSuppressed: false, isOfTable: false, most: Infinity },
    };
    this.cells.set(name, cell);
    const grouping = nameOfGrouping(
      { measure, period },
      dimensions.filter((_name, index) => keys[index] !== undefined),
    );
    this.groupings.set(grouping, [...(this.groupings.get(grouping) ?? []), cell]);
    return cell;
  }

  private learnTruth(release: number, table: TrueTable): void {
    const truths = new Map(table.groups.map((group) => [nameOfKeys(group.keys), group]));
    for (const keys of allKeys(table.dimensions, this.finest(table.dimensions))) {
      const cell = this.cell(table, keys);
      const truth = truths.get(nameOfKeys(keys)) ?? { keys, count: 0, who: new Set<string>() };
      const before = cell.truths[release];
      if (before && before.count !== truth.count) {
        this.wrong.push(`${cell.name} is ${before.count} and ${truth.count}`);
      }
      cell.truths[release] = truth;
      this.numbers.bound(cell.number, -truth.count, Infinity);
    }
  }

  private learnGroups(release: number, seen: SeenGroups): void {
    const rows = new Map(seen.rows.map((row) => [this.cell(seen, row.keys), row]));
    const grouping = nameOfGrouping(seen, seen.dimensions);
    for (const cell of this.groupings.get(grouping) ?? []) {
      const truth = cell.truths[release];
      if (!truth) continue;
      cell.isOfTable = true;
      const row = rows.get(cell);
      if (row) this.learnRow(cell, truth, row, isGroups(seen, this.knowledge));
      else if (!seen.isWithheld) {
        cell.isKnown = true;
        if (truth.count > 0) this.wrong.push(`${cell.name} is missing: ${truth.count}`);
      }
    }
    for (const [{ name, truths }] of rows) {
      if (!truths[release]) this.wrong.push(`${name} is shown, but was not counted`);
    }
  }

  private learnRow(
    cell: Cell,
    { count, who }: TrueGroup,
    { value, lower, upper }: SeenRow,
    countsGroups: boolean,
  ): void {
    const { threshold, width } = this.rule;
    if (value !== null) {
      cell.isKnown = true;
      if (value !== count) this.wrong.push(`${cell.name} is ${count}, not ${value}`);
      const persons = who?.size ?? (countsGroups ? 0 : count);
      if (persons > 0 && persons < threshold) this.wrong.push(`${cell.name} shows ${value}`);
      return;
    }
    cell.isSuppressed = true;
    const [least, most] = [lower ?? 0, upper ?? Infinity];
    if (count < least || count > most || most - least < width) {
      this.wrong.push(`${cell.name} is ${count}, shown as ${least} to ${most}`);
      return;
    }
    this.numbers.bound(cell.number, least - count, most - count);
  }

  /** How the groups of a table add up. Where they overlap, the intruder knows by how much, and that none is more than all. */
  private addUp(release: number, table: TrueTable): void {
    const { dimensions } = table;
    const finest = this.finest(dimensions);
    const cellOf = (keys: Keys) => this.cell(table, keys);
    for (const kept of partsKept(dimensions.length)) {
      const own = new Map(
        finest
          .map((keys) => keys.map((key, index) => (kept.parts[index] ? key : undefined)))
          .map((keys) => [nameOfKeys(keys), keys]),
      );
      const wholes = new Map<string, { keys: Keys; parts: Cell[] }>();
      for (const keys of own.values()) {
        const whole = keys.map((key, index) => (kept.whole[index] ? key : undefined));
        const sum = wholes.get(nameOfKeys(whole)) ?? { keys: whole, parts: [] };
        wholes.set(nameOfKeys(whole), sum);
        sum.parts.push(cellOf(keys));
      }
      for (const { keys, parts } of wholes.values()) {
        if (isGroups(table, this.knowledge)) this.addCover(release, cellOf(keys), parts);
        else this.addSum(release, cellOf(keys), parts);
      }
    }
  }

  private addSum(release: number, whole: Cell, parts: readonly Cell[]): void {
    const count = (cell: Cell) => cell.truths[release]?.count ?? 0;
    this.sums.push({ release, whole, parts });
    this.relate([[whole, -1], ...parts.map((part) => [part, 1] as const)]);
    if (total(parts.map(count)) === count(whole)) return;
    for (const part of parts) this.noMore(release, part, whole);
  }

  /** Groups that are not empty are in one part at least, and can be in several. */
  private addCover(release: number, whole: Cell, parts: readonly Cell[]): void {
    const count = (cell: Cell) => cell.truths[release]?.count ?? 0;
    const terms = parts.map(({ number }): Term => [number, -1]);
    const left = total(parts.map(count)) - count(whole);
    this.numbers.relate([[whole.number, 1], ...terms], left);
    for (const part of parts) {
      this.noMore(release, part, whole);
      // Of so few groups nobody can be kept from knowing it.
      part.most = Math.min(part.most, count(whole));
    }
  }

  private relate(terms: readonly (readonly [Cell, number])[]): void {
    this.numbers.relate(terms.map(([{ number }, factor]): Term => [number, factor]));
  }

  /** Learns that a number is no more than others together. */
  private noMore(release: number, part: Cell, ...wholes: readonly Cell[]): void {
    const count = ({ truths }: Cell) => truths[release]?.count ?? 0;
    const left = total(wholes.map(count)) - count(part);
    if (left < 0) {
      this.wrong.push(`${part.name} is more than ${wholes.map(({ name }) => name).join(", ")}`);
      return;
    }
    const terms = wholes.map(({ number }): Term => [number, -1]);
    this.numbers.relate([[part.number, 1], ...terms], left);
  }

  /** What is known of one measure from another. */
  private compare(release: number, truth: readonly TrueTable[]): void {
    const tables = new Map(truth.map((table) => [nameOfTable(table), table]));
    for (const { stock, came, went } of this.knowledge.balances) {
      for (const after of truth) {
        if (after.measure !== stock || !after.period.endsWith("-03-31")) continue;
        const year = Number(after.period.slice(0, 4));
        const { dimensions } = after;
        const before = { measure: stock, dimensions, period: `${year - 1}-03-31` };
        const [comes, goes] = [came, went].map((measure) => {
          return { measure, dimensions, period: `FY${year - 1}` };
        });
        if (!comes || !goes || ![before, comes, goes].every((one) => tables.has(nameOfTable(one))))
          continue;
        for (const keys of allKeys(dimensions, this.finest(dimensions))) {
          const own = [before, comes, goes, after].map((one) => this.cell(one, keys));
          this.balance(release, own);
        }
      }
    }
    this.followDays(release, truth);
    const pairs = [
      ...this.knowledge.subsets,
      ...this.knowledge.groups.map(({ measure, of }) => ({ part: measure, whole: of })),
    ];
    for (const { part, whole } of pairs) {
      for (const table of truth) {
        const other = { ...table, measure: whole };
        if (table.measure !== part || !tables.has(nameOfTable(other))) continue;
        for (const keys of allKeys(table.dimensions, this.finest(table.dimensions))) {
          this.noMore(release, this.cell(table, keys), this.cell(other, keys));
        }
      }
    }
    for (const { stock, came } of this.knowledge.arrivals) {
      for (const table of truth) {
        if (table.measure !== stock || !table.period.endsWith("-03-31")) continue;
        const flows = truth.filter(({ measure, dimensions, period }) => {
          const isBefore = Number(period.slice(2)) < Number(table.period.slice(0, 4));
          return measure === came && dimensions.join() === table.dimensions.join() && isBefore;
        });
        if (flows.length === 0) continue;
        for (const keys of allKeys(table.dimensions, this.finest(table.dimensions))) {
          const wholes = flows.map((flow) => this.cell(flow, keys));
          this.noMore(release, this.cell(table, keys), ...wholes);
        }
      }
    }
    for (const { of, dimension } of this.knowledge.groups) {
      for (const table of truth) {
        if (table.measure !== of || table.dimensions.join() !== dimension) continue;
        for (const keys of this.finest(table.dimensions)) {
          const cell = this.cell(table, keys);
          const count = cell.truths[release]?.count ?? 0;
          if (count === 0) cell.isKnown = true;
          else this.numbers.bound(cell.number, 1 - count, Infinity);
        }
      }
    }
  }

  /** What was there before and came is what went and is there after. */
  private balance(release: number, cells: readonly Cell[]): void {
    const terms = cells.map((cell, index) => [cell, [1, 1, -1, -1][index] ?? 0] as const);
    this.relate(terms);
    const sum = total(terms.map(([{ truths }, by]) => by * (truths[release]?.count ?? 0)));
    if (sum !== 0) this.wrong.push(`${cells.at(-1)?.name ?? ""} does not follow: ${sum} too many`);
  }

  /** Between days of one year something came and went too: it adds up to the year's. Such a period is named `from/to`. */
  private followDays(release: number, truth: readonly TrueTable[]): void {
    for (const { stock, came, went } of this.knowledge.balances) {
      const cellOf = (measure: string, period: string) =>
        this.cell({ measure, dimensions: [], period }, []);
      const spans = truth.flatMap(({ measure, period }) =>
        measure === came && period.includes("/") ? [period.split("/")] : [],
      );
      const years = new Map<string, string[]>();
      for (const [from = "", to = ""] of spans) {
        const span = `${from}/${to}`;
        this.balance(release, [
          ...[cellOf(stock, from), cellOf(came, span)],
          ...[cellOf(went, span), cellOf(stock, to)],
        ]);
        const year = `FY${Number(from.slice(0, 4)) - (from.slice(5) < "03-31" ? 1 : 0)}`;
        years.set(year, [...(years.get(year) ?? []), span]);
      }
      for (const [year, own] of years) {
        for (const flow of [came, went]) {
          const parts = own.map((span) => cellOf(flow, span));
          this.addSum(release, cellOf(flow, year), parts);
        }
      }
    }
  }

  /** Sums that are shown whole, less what is shown of them: also where the parts of a hidden part are shown. */
  private *sumsOfFew(): Generator<string> {
    const partsOf = new Map<string, (readonly Cell[])[]>();
    for (const { release, whole, parts } of this.sums) {
      const name = `${release} ${whole.name}`;
      partsOf.set(name, [...(partsOf.get(name) ?? []), parts]);
    }
    for (const { release, whole, parts } of this.sums) {
      if (!whole.isKnown) continue;
      const hidden = parts.filter(({ isKnown }) => !isKnown);
      const finer = hidden.map((part) => partsOf.get(`${release} ${part.name}`) ?? []);
      const depth = Math.max(0, ...finer.map((some) => some.length));
      const ways = [
        hidden,
        ...Array.from({ length: depth }, (_way, way) =>
          hidden.flatMap((part, index) => {
            return (finer[index]?.[way] ?? [part]).filter(({ isKnown }) => !isKnown);
          }),
        ),
      ];
      for (const way of ways) {
        const all = way.map(({ truths }) => truths[release]?.who);
        if (all.includes(undefined)) continue;
        const who = new Set(all.flatMap((some) => [...(some ?? [])]));
        if (who.size > 0 && who.size < this.rule.threshold) {
          yield `${whole.name} less what is shown of it is about ${who.size}: ${way.map(({ name }) => name).join(", ")}`;
        }
      }
    }
  }
}

const rounding = 1e-6;

function nameOfTable({ measure, dimensions, period }: Omit<TrueTable, "groups">): string {
  return `${measure}(${dimensions.join()}) ${period}`;
}

function nameOfGrouping(
  { measure, period }: Pick<SeenGroups, "measure" | "period">,
  dimensions: readonly string[],
): string {
  return [measure, period, ...[...dimensions].sort()].join(" ");
}

function nameOfKeys(keys: Keys): string {
  return JSON.stringify(keys.map((key) => (key === undefined ? 0 : key)));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Which keys the parts of a sum have, and which the whole. */
function partsKept(dimensions: number): { parts: boolean[]; whole: boolean[] }[] {
  if (dimensions === 0) return [];
  if (dimensions === 1) return [{ parts: [true], whole: [false] }];
  return [
    { parts: [true, true], whole: [true, false] },
    { parts: [true, true], whole: [false, true] },
    { parts: [true, false], whole: [false, false] },
    { parts: [false, true], whole: [false, false] },
  ];
}

/** The keys of every cell of a table: its groups, and what they sum to. */
function allKeys(dimensions: readonly string[], finest: readonly Keys[]): Keys[] {
  const none = dimensions.map(() => undefined);
  const all = finest.flatMap((keys): Keys[] => {
    const [first, second] = keys;
    return keys.length === 2 ? [keys, [first, undefined], [undefined, second]] : [keys];
  });
  return [...new Map([none, ...all].map((keys) => [nameOfKeys(keys), keys])).values()];
}

/** Whether a table counts groups and not persons. */
function isGroups({ measure }: Pick<TrueTable, "measure">, { groups }: PublicKnowledge): boolean {
  return groups.some((some) => some.measure === measure);
}
