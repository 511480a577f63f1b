import type { CountedCell } from "../disclosure/counted-cell";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import { isPrimary } from "../disclosure/disclosure-rule";
import { CellState, LinkedSystem } from "../disclosure/linked/linked-system";
import { rowsBy } from "../rows-by";
import type { CountedPeriods } from "./count-unit";
import { fiscalYearOf, type ReferencePeriod } from "./reference-periods";
import type { ReleaseUnit } from "./release-plan";
import { type DecidedCell, shownZero, type UnitBasis } from "./unit-basis";
import { allKeys, cellName, type GroupKeys, type UnitCounts, type UnitLevel } from "./unit-tables";

const nothing: CountedCell = { count: 0, persons: 0 };

/** Of what a system is made. */
export interface UnitSystemSources {
  readonly unit: ReleaseUnit;
  readonly counts: UnitCounts;
  /** The last release. */
  readonly previous: UnitBasis | undefined;
  /** The least that earlier releases were made from, by name; what was in none has no entry. */
  readonly earlierLeast: ReadonlyMap<string, number>;
  readonly rule: DisclosureRule;
}

/**
 * Whether a number that no table shows has to stay uncertain: it can follow from others. It has to if it is about too few
 * persons, or was in an earlier release: what it is now tells what it was.
 */
export function latentState(
  cell: CountedCell | undefined,
  before: CellState | undefined,
  rule: DisclosureRule,
): CellState {
  const isSmall = cell !== undefined && isPrimary(cell, rule);
  return isSmall || before === CellState.HIDDEN ? CellState.HIDDEN : CellState.LATENT;
}

/**
 * The state of a number that was released: the same, unless nobody needed to be kept from it and now they do. It was
 * nought where a table is withheld, or no table shows it and it was not small.
 */
export function keptState(
  { isReleased }: Pick<CountedPeriods["table"], "isReleased">,
  cell: CountedCell | undefined,
  before: DecidedCell | undefined,
  rule: DisclosureRule,
): CellState {
  const { state } = before ?? shownZero;
  if (state !== CellState.LATENT) return state;
  if (!isReleased) return latentState(cell, state, rule);
  return cell && cell.count > 0 ? CellState.HIDDEN : state;
}

/** Says whether a number is shown when it is added. */
export type StateOf = (
  name: string,
  table: CountedPeriods["table"],
  period: ReferencePeriod,
  keys: GroupKeys,
) => CellState;

/** The numbers of a unit as linked cells, with every relation between them. */
export class UnitSystem {
  readonly system = new LinkedSystem();
  /** Name → number of the cell. */
  readonly numbers = new Map<string, number>();
  /** The stocks that are related to the year before: sums are in several levels. */
  private readonly balanced = new Set<string>();

  constructor(private readonly sources: UnitSystemSources) {}

  /** Adds the tables of a level. Those of coarser levels are there already. */
  addLevel({ tables, keys }: UnitLevel, stateOf: StateOf): void {
    const linked = tables.filter(({ table }) => !this.measure(table.measure).linked?.groupsOf);
    for (const { table, periods } of linked) {
      for (const { period } of periods) {
        this.addCells(table, period, keys, stateOf);
        this.addSums(table, period, keys);
        this.addOverlaps(table, period, keys);
      }
    }
    for (const counted of linked) this.addFlows(counted, linked, keys);
    for (const counted of linked) this.addRest(counted, keys);
    for (const counted of linked) this.addCame(counted, keys);
  }

  /** The fiscal years of a flow that are there. */
  private years(flow: string): Set<number> {
    const periods = [...this.numbers.keys()].flatMap((name) => {
      const [measure, period] = JSON.parse(name) as [string, string];
      return measure === flow && period.startsWith("FY") ? [Number(period.slice(2))] : [];
    });
    return new Set(periods);
  }

  private measure(name: string) {
    const measure = this.sources.unit.measures[name];
    if (!measure) throw new Error(`no measure ${name}`);
    return measure;
  }

  private addCells(
    table: CountedPeriods["table"],
    period: ReferencePeriod,
    keys: readonly GroupKeys[],
    stateOf: StateOf,
  ): void {
    for (const each of allKeys(table, keys)) {
      const name = cellName(table.measure, period.name, table, each);
      if (this.numbers.has(name)) continue;
      const cell = this.sources.counts.get(name) ?? nothing;
      const state = stateOf(name, table, period, each);
      const room = this.roomOf(name, cell, table, each);
      this.add(name, cell, state, room, this.headroomOf(table, each, cell), each);
    }
  }

  private add(
    name: string,
    cell: CountedCell,
    state: CellState,
    room: number,
    headroom: number,
    keys: GroupKeys,
  ): void {
    const given = keys.filter((key) => key !== undefined).length;
    const weight = [100, 10, 3][given] ?? 3;
    // What is known to be nought, because who is not nought is counted elsewhere, is not hidden.
    const fixed = headroom === 0 && cell.count === 0 ? CellState.SHOWN : state;
    this.numbers.set(name, this.system.add({ ...cell, state: fixed, room, headroom, weight }));
  }

  private roomOf(
    name: string,
    { count }: CountedCell,
    table: CountedPeriods["table"],
    keys: GroupKeys,
  ): number {
    const least = Math.min(count, this.sources.earlierLeast.get(name) ?? count);
    return this.isCountedElsewhere(table, keys) ? Math.max(0, least - 1) : least;
  }

  /** Where it is known which groups are not empty, the others are known to be nought. */
  private headroomOf(
    table: CountedPeriods["table"],
    keys: GroupKeys,
    { count }: CountedCell,
  ): number {
    return count === 0 && this.isCountedElsewhere(table, keys) ? 0 : Infinity;
  }

  /** Whether another measure counts how many groups by this dimension are not empty. */
  private isCountedElsewhere(table: CountedPeriods["table"], keys: GroupKeys): boolean {
    const [only] = table.dimensions;
    if (!only || table.dimensions.length > 1 || keys[0] === undefined) return false;
    return Object.values(this.sources.unit.measures).some(
      ({ linked }) =>
        linked?.groupsOf?.measure === table.measure && linked.groupsOf.dimension === only.name,
    );
  }

  private number(table: CountedPeriods["table"], period: string, keys: GroupKeys): number {
    const number = this.numbers.get(cellName(table.measure, period, table, keys));
    if (number === undefined) throw new Error(`no cell of ${table.measure} by ${table.name}`);
    return number;
  }

  /** Parts and wholes: the total of a line, the margins of a table, the parents and children of a nest. */
  private addSums(
    table: CountedPeriods["table"],
    { name: period }: ReferencePeriod,
    keys: readonly GroupKeys[],
  ): void {
    const numberOf = (each: GroupKeys) => this.number(table, period, each);
    const total = numberOf(table.dimensions.map(() => undefined));
    if (table.dimensions.length === 1) this.system.sum(total, keys.map(numberOf));
    for (const index of table.dimensions.length === 2 ? [0, 1] : []) {
      const margins = rowsBy(keys, (each) => numberOf(marginOf(each, index)));
      for (const [margin, own] of margins) this.system.sum(margin, own.map(numberOf));
      // Its margins need not be a table of their own.
      this.system.sum(total, [...margins.keys()]);
    }
  }

  /** Who is in several groups is counted once in the whole: no group is more than it. */
  private addOverlaps(
    table: CountedPeriods["table"],
    { name: period }: ReferencePeriod,
    keys: readonly GroupKeys[],
  ): void {
    const nameOf = (each: GroupKeys) => cellName(table.measure, period, table, each);
    for (const [index, { overlapping }] of table.dimensions.entries()) {
      if (!overlapping) continue;
      for (const each of allKeys(table, keys)) {
        if (each[index] === undefined) continue;
        const whole = each.map((key, at) => (at === index ? undefined : key));
        this.relateRest(
          [nameOf(whole)],
          nameOf(each),
          `without ${table.dimensions[index]?.name ?? ""}`,
          false,
        );
      }
    }
  }

  /** A year's stock, and what came, less what went, is the next year's. */
  private addFlows(
    { table, periods }: CountedPeriods,
    level: readonly CountedPeriods[],
    keys: readonly GroupKeys[],
  ): void {
    const { flows } = this.measure(table.measure).linked ?? {};
    const came = level.find((other) => other.table.measure === flows?.in);
    const went = level.find((other) => other.table.measure === flows?.out);
    if (!came || !went) return;
    const stocks = new Map(periods.map(({ period }) => [period.fiscalYear, period.name]));
    const known = new Set(went.periods.map(({ period }) => period.name));
    for (const { period } of came.periods) {
      const { fiscalYear, name } = period;
      const [before, after] = [stocks.get((fiscalYear ?? 0) - 1), stocks.get(fiscalYear)];
      if (before === undefined || after === undefined || !known.has(name)) continue;
      for (const each of allKeys(table, keys)) {
        const stock = cellName(table.measure, after, table, each);
        if (this.balanced.has(stock)) continue;
        this.balanced.add(stock);
        this.system.balance(
          this.number(table, before, each),
          this.number(came.table, name, each),
          this.number(went.table, name, each),
          this.number(table, after, each),
        );
      }
    }
  }

  /** Of persons among others: how many the others are is a number too. Where that is to be protected, it is hidden. */
  private addRest({ table, periods }: CountedPeriods, keys: readonly GroupKeys[]): void {
    const { partOf, atMost } = this.measure(table.measure).linked ?? {};
    const whole = partOf ?? atMost;
    if (whole === undefined) return;
    for (const { period } of periods) {
      for (const each of allKeys(table, keys)) {
        const part = cellName(table.measure, period.name, table, each);
        const isProtected = partOf !== undefined || each.some((key) => key !== undefined);
        this.relateRest([cellName(whole, period.name, table, each)], part, whole, isProtected);
      }
    }
  }

  /** Who is there on a day came in that year or before: how many have left again is not known. */
  private addCame({ table, periods }: CountedPeriods, keys: readonly GroupKeys[]): void {
    const { cameBy } = this.measure(table.measure).linked ?? {};
    if (cameBy === undefined) return;
    for (const { period } of periods) {
      const last = period.fiscalYear ?? fiscalYearOf(period.to);
      const years = [...this.years(cameBy)].filter((year) => year <= last);
      for (const each of allKeys(table, keys)) {
        const wholes = years.map((year) => cellName(cameBy, `FY${year}`, table, each));
        const part = cellName(table.measure, period.name, table, each);
        this.relateRest(wholes, part, cameBy, false);
      }
    }
  }

  /** What wholes are besides a part of them; nothing where a number is missing, or there is no rest. */
  private relateRest(
    wholes: readonly string[],
    part: string,
    ofWhat: string,
    isProtected: boolean,
  ): void {
    const known = wholes.flatMap((name) => this.numbers.get(name) ?? []);
    const own = this.numbers.get(part);
    const name = JSON.stringify(["rest", part, ofWhat]);
    if (own === undefined || known.length === 0 || this.numbers.has(name)) return;
    const rest = known
      .map((whole) => this.system.cell(whole))
      .reduce<CountedCell>(
        (sum, { count, persons }) => ({ count: sum.count + count, persons: sum.persons + persons }),
        negative(this.system.cell(own)),
      );
    if (rest.count < 0 || rest.persons < 0) return;
    const { earlierLeast, previous, rule } = this.sources;
    const room = Math.min(rest.count, earlierLeast.get(name) ?? rest.count);
    const state = isProtected
      ? latentState(rest, previous?.cells[name]?.state, rule)
      : CellState.LATENT;
    const number = this.system.add({ ...rest, state, room, headroom: Infinity, weight: 1 });
    this.numbers.set(name, number);
    const terms = known.map((whole) => [whole, 1] as const);
    this.system.relations.push({ whole: null, terms: [...terms, [own, -1], [number, -1]] });
  }
}

function negative({ count, persons }: CountedCell): CountedCell {
  return { count: -count, persons: -persons };
}

function marginOf(keys: GroupKeys, index: number): GroupKeys {
  return keys.map((key, at) => (at === index ? key : undefined));
}
