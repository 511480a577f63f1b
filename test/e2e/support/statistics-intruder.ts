import type { Highs } from "highs";
import { LinearSystem } from "./linear-system";
import {
  countriesOf,
  type DimensionName,
  type RandomDispatch,
  universe,
} from "./random-dispatches";
import {
  type ChosenValues,
  keyOf,
  type Question,
  type ShownCell,
  type ShownStatistics,
  type Subject,
} from "./statistics-questions";

/** A number that is not shown, and how far it was found out. */
export interface Found {
  readonly cell: string;
  readonly persons: number;
  readonly truth: number;
  readonly least: number;
  readonly greatest: number;
}

interface Count {
  readonly count: number;
  readonly persons: number;
}

/** A cell of a period: a value of each dimension, or that it is summed over. */
type Place = readonly [first: string | undefined, second: string | undefined];

/**
 * Somebody who asks about one table as often as they like, keeps all that is shown, and knows how the cells of the
 * table add up. Of groups that overlap they know by how much.
 */
export class StatisticsIntruder {
  /** What was shown that must not be. */
  readonly shownOfFew: string[] = [];
  /** The cells that were said to be suppressed. */
  readonly #suppressed = new Set<string>();
  readonly #shown = new Set<string>();
  readonly #system = new LinearSystem();
  readonly #counts = new Map<string, Count>();
  readonly #periods: readonly { readonly from: string; readonly to: string }[];

  constructor(
    private readonly subject: Subject,
    private readonly dispatches: readonly RandomDispatch[],
    private readonly threshold: number,
  ) {
    const { fiscalYears, asOf = "" } = subject;
    this.#periods = fiscalYears?.map((year) => ({
      from: `${year}-04-01`,
      to: `${year + 1}-03-31`,
    })) ?? [{ from: "", to: asOf }];
    for (const period of this.#periods.keys()) {
      for (const place of this.#places()) {
        const counted = this.#count(period, place);
        this.#counts.set(this.#name(period, place), counted);
        this.#system.unknown(this.#name(period, place), counted.count);
      }
    }
  }

  get lies(): readonly string[] {
    return this.#system.lies;
  }

  get isAdditive(): boolean {
    return this.subject.measure !== "SENDING_AGENCIES";
  }

  /** Learns how cells add up, as far as it is shown which cells exist. */
  learnTable(rows: boolean, columns: boolean, cells: boolean): void {
    const [firsts, seconds] = this.#universe();
    for (const period of this.#periods.keys()) {
      const at = (...place: Place) => this.#name(period, place);
      const total = at(undefined, undefined);
      this.#relate(
        total,
        firsts.map((first) => at(first, undefined)),
        rows,
      );
      this.#relate(
        total,
        seconds.map((second) => at(undefined, second)),
        columns,
      );
      for (const place of this.#impossible()) {
        this.#system.learn([at(...place)], [], "=", 0, "which country lies in which region");
      }
      for (const first of firsts) {
        this.#relate(
          at(first, undefined),
          seconds.map((second) => at(first, second)),
          cells,
        );
      }
      for (const second of seconds) {
        this.#relate(
          at(undefined, second),
          firsts.map((first) => at(first, second)),
          cells,
        );
      }
    }
  }

  /** Learns all that an answer shows. */
  learn(question: Question, answer: ShownStatistics): void {
    const { groupBy, filter, having, limit } = question;
    const what = JSON.stringify(question);
    const isPlain = !having && limit === undefined;
    const present = new Map(this.#periods.map((_period, period) => [period, new Set<string>()]));
    for (const row of answer.rows) {
      const period = row.fiscalYear
        ? (this.subject.fiscalYears ?? []).indexOf(row.fiscalYear.year)
        : 0;
      const own = Object.fromEntries(groupBy.map((name) => [name, [keyOf(row, name)]]));
      present.get(period)?.add(JSON.stringify(own));
      const cells = this.#cells(period, { ...filter, ...own });
      this.#learnCell(cells, row.count, `row ${what}`);
      this.#learnShare(cells, row.share, answer.totals[period]?.count, row.count, what);
    }
    for (const [period, { count }] of answer.totals.entries()) {
      this.#learnCell(this.#cells(period, filter), count, `total ${what}`);
    }
    const all = [...this.#periods.keys()].map((period) => this.#cells(period, filter));
    const isSummable =
      this.isAdditive && (all.length === 1 || this.subject.measure !== "ON_DISPATCH");
    if (isSummable) this.#learnCell(joined(all), answer.total, `sum ${what}`);
    for (const [period, keys] of present) {
      for (const own of this.#combinations(groupBy, filter)) {
        if (keys.has(JSON.stringify(own)) || groupBy.length === 0) continue;
        const cells = this.#cells(period, { ...filter, ...own });
        if (answer.disclosure.withheld || limit !== undefined) continue;
        if (isPlain) this.#bound(cells, "<=", 0, `absent ${what}`);
        else if (having?.gte !== undefined && having.lte === undefined) {
          this.#bound(cells, "<=", having.gte - 1, `absent ${what}`);
        }
      }
    }
    if (answer.remainder && !having && isSummable) {
      const rows = answer.rows.map((row) => {
        const period = (this.subject.fiscalYears ?? []).indexOf(row.fiscalYear?.year ?? 0);
        const own = Object.fromEntries(groupBy.map((name) => [name, [keyOf(row, name)]]));
        return this.#cells(Math.max(0, period), { ...filter, ...own });
      });
      const rest = joined(all.map((cells) => cells ?? []));
      this.#learnCell(
        rest && { plus: rest.plus, minus: joined(rows)?.plus ?? [] },
        answer.remainder.count,
        `remainder ${what}`,
      );
    }
  }

  /** Learns what is computed for a published figure of the whole, or of values of a dimension. */
  learnFigure(period: number, filter: ChosenValues, computed: ShownCell, id: string): void {
    this.#learnCell(this.#cells(period, filter), computed, `figure ${id}`);
  }

  /** The cells that are suppressed, or about few persons, and narrower than promised by all that was learnt. */
  narrow(highs: Highs, width: number): Found[] {
    const isOfPersons = ["ON_DISPATCH", "SENDING_AGENCIES"].includes(this.subject.measure);
    const totals = [...this.#periods.keys()].map((p) => this.#name(p, [undefined, undefined]));
    // A total is suppressed for no other reason than that it is small, which everybody knows.
    const small = isOfPersons ? totals.filter((name) => this.#suppressed.has(name)) : [];
    for (const name of small) {
      this.#system.learn([name], [], "<=", this.threshold - 1, "a total is suppressed");
    }
    const names = [...this.#counts]
      .filter(([name, { persons }]) => {
        if (persons === 0 || small.includes(name)) return false;
        // What is in no answer has been promised nothing; a count of agencies is no more than that of a larger group.
        const isLeftOut = this.isAdditive && persons < this.threshold && !this.#shown.has(name);
        return isLeftOut || this.#suppressed.has(name);
      })
      .map(([name]) => name);
    this.hidden = names.length;
    return [...this.#system.ranges(highs, names, width)].flatMap(([cell, { least, greatest }]) => {
      const { count, persons } = this.#counts.get(cell) ?? { count: NaN, persons: NaN };
      return greatest - least >= width - ROUNDING
        ? []
        : [{ cell, persons, truth: count, least, greatest }];
    });
  }

  /** How many numbers there were to find out. */
  hidden = 0;

  #universe(): readonly [readonly string[], readonly string[]] {
    const [first, second] = this.subject.dimensions;
    return [universe[first], universe[second]];
  }

  /** The cells that everybody knows to be zero. */
  #impossible(): Place[] {
    const [first, second] = this.subject.dimensions;
    if (![first, second].includes("country") || ![first, second].includes("region")) return [];
    return universe.region.flatMap((region) =>
      universe.country
        .filter((country) => !countriesOf[region]?.includes(country))
        .map((country): Place => (first === "region" ? [region, country] : [country, region])),
    );
  }

  #places(): Place[] {
    const [firsts, seconds] = this.#universe();
    return [undefined, ...firsts].flatMap((first) =>
      [undefined, ...seconds].map((second): Place => [first, second]),
    );
  }

  #name(period: number, [first = "*", second = "*"]: Place): string {
    return `${period}|${first}|${second}`;
  }

  /** What is counted in a period, by a rule of one's own. */
  #count(period: number, place: Place): Count {
    const chosen = this.dispatches.filter((dispatch) => {
      const isThere = this.subject.dimensions.every(
        (name, index) => place[index] === undefined || dispatch[name] === place[index],
      );
      return isThere && this.#isIn(period, dispatch);
    });
    const officials = new Set(chosen.map(({ official }) => official));
    const agencies = new Set(chosen.map(({ homeAgency }) => homeAgency));
    return { count: this.isAdditive ? chosen.length : agencies.size, persons: officials.size };
  }

  #isIn(period: number, { startedOn, returnedOn }: RandomDispatch): boolean {
    const { from = "", to = "" } = this.#periods[period] ?? {};
    const day = this.subject.measure === "RETURNS" ? returnedOn : startedOn;
    return ["DEPARTURES", "RETURNS"].includes(this.subject.measure)
      ? day !== null && day >= from && day <= to
      : startedOn <= to && (returnedOn === null || returnedOn > to);
  }

  /** The cells that a row or a total sums; `undefined` where it is no sum of cells. */
  #cells(period: number, filter: ChosenValues): Sum | undefined {
    const [firsts, seconds] = this.subject.dimensions.map((name): (string | undefined)[] => [
      ...(filter[name] ?? [undefined]),
    ]);
    const plus = (firsts ?? []).flatMap((first) =>
      (seconds ?? []).map((second) => this.#name(period, [first, second])),
    );
    return this.isAdditive || plus.length === 1 ? { plus, minus: [] } : undefined;
  }

  /** Every group that a grouping can have. */
  #combinations(groupBy: readonly DimensionName[], filter: ChosenValues): ChosenValues[] {
    return groupBy.reduce<ChosenValues[]>(
      (before, name) =>
        before.flatMap((own) =>
          (filter[name] ?? universe[name]).map((value) => ({ ...own, [name]: [value] })),
        ),
      [{}],
    );
  }

  #learnCell(sum: Sum | undefined, cell: ShownCell, from: string): void {
    if (cell.reason === "NOT_ADDITIVE" || !sum) return;
    const { plus, minus } = sum;
    const [only] = plus;
    if (cell.value !== null) {
      this.#system.learn(plus, minus, "=", cell.value, from);
      if (plus.length === 1 && minus.length === 0 && only !== undefined) {
        const { persons = 0 } = this.#counts.get(only) ?? {};
        this.#shown.add(only);
        if (persons > 0 && persons < this.threshold) {
          this.shownOfFew.push(`${from} shows ${cell.value} of ${persons} in ${only}`);
        }
      }
      return;
    }
    if (cell.lower !== null) this.#system.learn(plus, minus, ">=", cell.lower, from);
    if (cell.upper !== null) this.#system.learn(plus, minus, "<=", cell.upper, from);
    if (cell.lower !== null && cell.lower === cell.upper) {
      this.shownOfFew.push(`${from} shows ${cell.lower} as an interval`);
    }
    const isPromised = cell.lower !== null || this.isAdditive;
    if (plus.length === 1 && minus.length === 0 && only !== undefined && isPromised) {
      this.#suppressed.add(only);
    }
  }

  #bound(sum: Sum | undefined, relation: ">=" | "<=", right: number, from: string): void {
    if (sum) this.#system.learn(sum.plus, sum.minus, relation, right, from);
  }

  /** A share times its total is a number like any other. */
  #learnShare(
    sum: Sum | undefined,
    share: number | null,
    total: ShownCell | undefined,
    count: ShownCell,
    from: string,
  ): void {
    if (share === null) return;
    if (count.value === null || !total?.value) {
      this.shownOfFew.push(`${from} shows a share of what is not shown`);
      return;
    }
    if (sum) this.#system.learn(sum.plus, sum.minus, "=", Math.round(share * total.value), from);
  }

  /** Parts add up to the whole, or exceed it by a number that is known. */
  #relate(whole: string, parts: readonly string[], isReleased: boolean): void {
    const from = "how cells add up";
    if (this.isAdditive) {
      this.#system.learn(parts, [whole], "=", 0, from);
      return;
    }
    for (const part of parts) this.#system.learn([whole], [part], ">=", 0, from);
    const truth = (name: string) => this.#counts.get(name)?.count ?? 0;
    const excess = parts.reduce((sum, part) => sum + truth(part), 0) - truth(whole);
    this.#system.learn(parts, [whole], isReleased ? "=" : ">=", isReleased ? excess : 0, from);
  }
}

/** What is added up, and what is taken from it. */
interface Sum {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

const ROUNDING = 1e-6;

function joined(sums: readonly (Sum | readonly string[] | undefined)[]): Sum | undefined {
  return {
    plus: sums.flatMap((sum) => (sum && "plus" in sum ? sum.plus : [])),
    minus: sums.flatMap((sum) => (sum && "minus" in sum ? sum.minus : [])),
  };
}
