import type { Highs } from "highs";
import type {
  Keys,
  SeenRow,
  SeenGroups,
  TrueGroup,
  TrueTable,
  PublicKnowledge,
  SeenRelease,
  FoundOut,
} from "./intruder-knowledge";
import { type Term, UnknownNumbers } from "./unknown-numbers";

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
  /** By how much it can be less and more at most, whatever is shown. */
  room: number;
  headroom: number;
}

/** A sum, and what it is the sum of. */
interface Sum {
  readonly release: number;
  readonly whole: Cell;
  readonly parts: readonly Cell[];
}

/** Numbers that come to nought together, each times its factor. */
interface Equation {
  readonly release: number;
  readonly terms: readonly (readonly [Cell, number])[];
}

function asEquation({ release, whole, parts }: Sum): Equation {
  return { release, terms: [[whole, -1], ...parts.map((part) => [part, 1] as const)] };
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
  private readonly balances: Equation[] = [];
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
    const { ranges: byTheWay } = this.numbers.ranges(latent.map(({ number }) => number));
    const countsOf = ({ truths }: Cell) => truths.map((truth) => truth?.count ?? NaN);
    const isNarrow = (spread: number, { room, headroom }: Cell) =>
      spread < Math.min(this.rule.width, room + headroom) - rounding;
    return {
      narrow: hidden.flatMap((cell) => {
        const { least, greatest, spread } = spreadOf(cell);
        if (!isNarrow(spread, cell)) return [];
        return [{ cell: cell.name, truths: countsOf(cell), least, greatest }];
      }),
      wrong: this.wrong,
      few: [...this.sumsOfFew()],
      byTheWay: latent.flatMap((cell) => {
        const { least, greatest } = byTheWay.get(cell.number) ?? { least: 0, greatest: 0 };
        const spread = greatest - least;
        if (!isNarrow(spread, cell)) return [];
        const isSmall = cell.truths.some((truth) => this.isSmall(truth));
        return [{ cell: cell.name, truths: countsOf(cell), spread, isSmall }];
      }),
      hidden: hidden.length,
      narrowest: Math.min(...hidden.map((cell) => spreadOf(cell).spread)),
      effort,
    };
  }

  /**
   * What changed between two releases by something, but by less than the threshold: a number that is shown, or what is
   * hidden of a relation whose rest is shown. Another number of groups tells of those who are more or fewer in them.
   */
  smallChanges(): string[] {
    const isSmall = (by: number) => by !== 0 && Math.abs(by) < this.rule.threshold;
    const changes = (name: string, truths: Cell["truths"], isOfGroups = false) =>
      truths.flatMap((now, release) =>
        truths.slice(0, release).flatMap((before, earlier) => {
          if (!now || !before || !isSmall(now.count - before.count)) return [];
          const persons = (now.who?.size ?? 0) - (before.who?.size ?? 0);
          if (isOfGroups && Math.abs(persons) >= this.rule.threshold) return [];
          return [`${name}: ${before.count} in release ${earlier}, ${now.count} in ${release}`];
        }),
      );
    const shown = [...this.cells.values()]
      .filter(({ isKnown, isOfTable }) => isKnown && isOfTable)
      .flatMap(({ name, truths }) => {
        const isOfGroups = this.knowledge.groups.some(({ measure }) => name.startsWith(measure));
        return changes(name, truths, isOfGroups);
      });
    const rests = new Map<string, (TrueGroup | undefined)[]>();
    const sums = this.sums.filter(({ whole }) => whole.isKnown);
    for (const { release, terms } of [...sums.map(asEquation), ...this.balances]) {
      const hidden = terms.filter(([{ isKnown }]) => !isKnown);
      if (hidden.length === 0 || hidden.length === terms.length) continue;
      const name = hidden.map(([cell, by]) => `${by < 0 ? "less" : "and"} ${cell.name}`).join(" ");
      const rest = rests.get(name) ?? [];
      const count = total(hidden.map(([{ truths }, by]) => by * (truths[release]?.count ?? 0)));
      rest[release] = { keys: [], count };
      rests.set(name, rest);
    }
    return [...shown, ...[...rests].flatMap(([name, truths]) => changes(name, truths))];
  }

  /** Whether a number must not be shown by itself: it is about somebody, but about too few. */
  private isSmall(truth: TrueGroup | undefined): boolean {
    const persons = truth?.who?.size ?? truth?.count ?? 0;
    return persons > 0 && persons < this.rule.threshold;
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

  /** The keys of every cell of tables by these dimensions. */
  private allKeys(dimensions: readonly string[]): Keys[] {
    return allKeys(dimensions, this.finest(dimensions));
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
      ...{ isKnown: false, isSuppressed: false, isOfTable: false },
      ...{ room: Infinity, headroom: Infinity },
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
    for (const keys of this.allKeys(table.dimensions)) {
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
        const counted = this.knowledge.groups.find((groups) => groups.measure === table.measure);
        if (!counted) this.addSum(release, cellOf(keys), parts);
        else this.addCover(release, cellOf(keys), parts, counted.isOverlapKnown ?? false);
      }
    }
  }

  private addSum(release: number, whole: Cell, parts: readonly Cell[]): void {
    const count = (cell: Cell) => cell.truths[release]?.count ?? 0;
    const sum = { release, whole, parts };
    this.sums.push(sum);
    this.relate(asEquation(sum).terms);
    if (total(parts.map(count)) === count(whole)) return;
    for (const part of parts) this.noMore(release, part, whole);
  }

  /** Groups that are not empty are in one part at least, and can be in several. */
  private addCover(
    release: number,
    whole: Cell,
    parts: readonly Cell[],
    isOverlapKnown: boolean,
  ): void {
    const count = (cell: Cell) => cell.truths[release]?.count ?? 0;
    const terms = parts.map(({ number }): Term => [number, -1]);
    const left = total(parts.map(count)) - count(whole);
    if (isOverlapKnown) this.numbers.relate([[whole.number, 1], ...terms]);
    else this.numbers.relate([[whole.number, 1], ...terms], left);
    for (const part of parts) {
      this.noMore(release, part, whole);
      // Of so few groups nobody can be kept from knowing it.
      part.room = Math.min(part.room, count(part));
      part.headroom = Math.min(part.headroom, count(whole) - count(part));
    }
  }

  private relate(terms: readonly (readonly [Cell, number])[]): void {
    this.numbers.relate(terms.map(([{ number }, factor]): Term => [number, factor]));
  }

  /** Learns that a number is no more than others together. */
  private noMore(release: number, part: Cell, ...wholes: readonly Cell[]): void {
    const left = this.left(release, part, wholes);
    if (left < 0) {
      this.wrong.push(`${part.name} is more than ${wholes.map(({ name }) => name).join(", ")}`);
      return;
    }
    const terms = wholes.map(({ number }): Term => [number, -1]);
    this.numbers.relate([[part.number, 1], ...terms], left);
  }

  /** What others come to without a part of them. */
  private left(release: number, part: Cell, wholes: readonly Cell[]): number {
    const count = ({ truths }: Cell) => truths[release]?.count ?? 0;
    return total(wholes.map(count)) - count(part);
  }

  /** What is known of one measure from another. */
  private compare(release: number, truth: readonly TrueTable[]): void {
    const { balances, subsets, arrivals, groups } = this.knowledge;
    for (const balance of balances) this.followYears(release, truth, balance);
    for (const balance of balances) this.followDays(release, truth, balance);
    for (const { part, whole } of subsets) this.learnSubset(release, truth, part, whole);
    for (const arrival of arrivals) this.learnArrivals(release, truth, arrival);
    for (const { measure, of, dimension } of groups) {
      this.learnSubset(release, truth, measure, of);
      this.learnWhichAreThere(release, truth, { measure, of, dimension });
    }
  }

  private followYears(
    release: number,
    truth: readonly TrueTable[],
    { stock, came, went }: PublicKnowledge["balances"][number],
  ): void {
    const tables = new Set(truth.map(nameOfTable));
    for (const after of truth) {
      if (after.measure !== stock || !after.period.endsWith("-03-31")) continue;
      const { dimensions } = after;
      const year = Number(after.period.slice(0, 4)) - 1;
      const before = { measure: stock, dimensions, period: `${year}-03-31` };
      const comes = { measure: came, dimensions, period: `FY${year}` };
      const goes = { measure: went, dimensions, period: `FY${year}` };
      const all = [before, comes, goes, after];
      if (!all.every((one) => tables.has(nameOfTable(one)))) continue;
      for (const keys of this.allKeys(dimensions)) {
        this.balance(
          release,
          all.map((one) => this.cell(one, keys)),
        );
      }
    }
  }

  private learnSubset(
    release: number,
    truth: readonly TrueTable[],
    part: string,
    whole: string,
  ): void {
    const tables = new Set(truth.map(nameOfTable));
    for (const table of truth) {
      const other = { ...table, measure: whole };
      if (table.measure !== part || !tables.has(nameOfTable(other))) continue;
      for (const keys of this.allKeys(table.dimensions)) {
        this.noMore(release, this.cell(table, keys), this.cell(other, keys));
      }
    }
  }

  private learnArrivals(
    release: number,
    truth: readonly TrueTable[],
    { stock, came, areSomeLate = false }: PublicKnowledge["arrivals"][number],
  ): void {
    for (const table of truth) {
      if (table.measure !== stock) continue;
      const flows = truth.filter(
        ({ measure, dimensions, period }) =>
          measure === came &&
          dimensions.join() === table.dimensions.join() &&
          Number(period.slice(2)) <= fiscalYearOf(table.period),
      );
      if (flows.length === 0) continue;
      for (const keys of this.allKeys(table.dimensions)) {
        const part = this.cell(table, keys);
        const wholes = flows.map((flow) => this.cell(flow, keys));
        if (!areSomeLate || this.left(release, part, wholes) >= 0) {
          this.noMore(release, part, ...wholes);
        }
      }
    }
  }

  /** Which groups are not empty is known, and so how many they are. */
  private learnWhichAreThere(
    release: number,
    truth: readonly TrueTable[],
    { measure, of, dimension }: PublicKnowledge["groups"][number],
  ): void {
    const numbers = new Map(
      truth
        .filter((table) => table.measure === measure)
        .map(({ period, groups }) => {
          const sum = groups.find(({ keys }) => keys.every((key) => key === undefined));
          return [period, sum?.count ?? 0] as const;
        }),
    );
    for (const table of truth) {
      if (table.measure !== of || table.dimensions.join() !== dimension) continue;
      let there = 0;
      for (const keys of this.finest(table.dimensions)) {
        const cell = this.cell(table, keys);
        const count = cell.truths[release]?.count ?? 0;
        if (count === 0) cell.isKnown = true;
        else this.numbers.bound(cell.number, 1 - count, Infinity);
        there += Number(count > 0 && keys[0] !== null);
      }
      const number = numbers.get(table.period) ?? there;
      if (number !== there) {
        this.wrong.push(`${measure} ${table.period} is ${number}, but ${there} are not empty`);
      }
    }
  }

  /** What was there before and came is what went and is there after. */
  private balance(release: number, cells: readonly Cell[]): void {
    const terms = cells.map((cell, index) => [cell, [1, 1, -1, -1][index] ?? 0] as const);
    this.relate(terms);
    this.balances.push({ release, terms });
    const sum = total(terms.map(([{ truths }, by]) => by * (truths[release]?.count ?? 0)));
    if (sum !== 0) this.wrong.push(`${cells.at(-1)?.name ?? ""} does not follow: ${sum} too many`);
  }

  /** Between days of one year something came and went too: it adds up to the year's. Such a period is named `from/to`. */
  private followDays(
    release: number,
    truth: readonly TrueTable[],
    { stock, came, went }: PublicKnowledge["balances"][number],
  ): void {
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
      const year = `FY${fiscalYearOf(to)}`;
      years.set(year, [...(years.get(year) ?? []), span]);
    }
    for (const [year, own] of years) {
      for (const flow of [came, went]) {
        const parts = own.map((span) => cellOf(flow, span));
        this.addSum(release, cellOf(flow, year), parts);
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

/** The fiscal year that a day is in. */
function fiscalYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0);
}

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
