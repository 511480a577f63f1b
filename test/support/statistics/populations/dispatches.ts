import type { Draw } from "../draw";
import type { PublicKnowledge } from "../intruder-knowledge";
import type { Measure } from "../../../../subgraphs/kit/statistics/measure";
import { measureOf, type Population, type RandomRecords } from "./population";

/** A dispatch: from a year to the year of the return, if there was one. */
export interface Dispatch {
  readonly official: string;
  readonly departed: number;
  readonly returned: number | null;
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Measures of dispatches: a stock with its flows, and the agencies behind it.
 *
 * @param isLeftOut - whether a table is not released after all
 */
export function dispatchMeasures(
  isLeftOut: (dimensions: readonly string[]) => boolean = () => false,
): Readonly<Record<string, Measure>> {
  const dimensions = {
    ...{ region: {}, country: { within: "region" } },
    ...{ organizationType: {}, homeAgency: {}, term: {} },
  };
  const lines = [["region"], ["organizationType"], ["homeAgency"], ["region", "country"]];
  const by = (...more: readonly string[][]) => [
    [],
    ...[...lines, ...more].filter((each) => !isLeftOut(each)),
  ];
  return {
    ON_DISPATCH: measureOf("STOCK", dimensions, by(["organizationType", "region"]), {
      flows: { in: "DEPARTURES", out: "RETURNS" },
    }),
    DEPARTURES: measureOf("FLOW", dimensions, by(["term"])),
    RETURNS: measureOf("FLOW", dimensions, by()),
    SENDING_AGENCIES: measureOf("STOCK", dimensions, [[], ["region"], ["organizationType"]], {
      groupsOf: { measure: "ON_DISPATCH", dimension: "homeAgency" },
    }),
  };
}

/** What everybody knows of dispatches. */
export const knownOfDispatches: PublicKnowledge = {
  balances: [{ stock: "ON_DISPATCH", came: "DEPARTURES", went: "RETURNS" }],
  subsets: [],
  arrivals: [],
  groups: [{ measure: "SENDING_AGENCIES", of: "ON_DISPATCH", dimension: "homeAgency" }],
};

/** Dispatches as a population. */
export function ofDispatches(
  name: string,
  dispatches: readonly Dispatch[],
  years: readonly number[],
  measures = dispatchMeasures(),
): Population {
  const things = (some: readonly Dispatch[], oneOf: (dispatch: Dispatch) => string) =>
    some.map((dispatch) => ({
      ...{ one: oneOf(dispatch), amount: 1, person: dispatch.official, persons: 1 },
      keys: dispatch.keys,
    }));
  const each = (some: readonly Dispatch[]) =>
    things(some, ({ official, departed }) => `${official} ${departed}`);
  const onDispatch = (year: number) =>
    dispatches.filter(
      ({ departed, returned }) => departed <= year && (returned === null || returned > year),
    );
  return {
    ...{ name, years, measures, knowledge: knownOfDispatches },
    things: {
      ON_DISPATCH: (year) => each(onDispatch(year)),
      DEPARTURES: (year) => each(dispatches.filter(({ departed }) => departed === year)),
      RETURNS: (year) => each(dispatches.filter(({ returned }) => returned === year)),
      SENDING_AGENCIES: (year) => things(onDispatch(year), ({ keys }) => keys["homeAgency"] ?? ""),
    },
  };
}

/** Random dispatches, and more of the same kind. */
export class RandomDispatches implements RandomRecords<Dispatch> {
  readonly records: Dispatch[];
  private readonly values: Readonly<Record<string, readonly string[]>>;
  private readonly isSkewed: boolean;
  private officials = 0;

  constructor(
    private readonly draw: Draw,
    readonly years: number[],
    private readonly size: number,
    private readonly measures = dispatchMeasures(),
  ) {
    const several = (name: string, most: number) =>
      Array.from({ length: draw.int(1, most) }, (_value, index) => `${name}${index}`);
    this.values = {
      ...{ region: several("R", 5), country: several("C", 6), organizationType: several("O", 5) },
      ...{ homeAgency: several("A", 10), term: several("T", 4) },
    };
    this.isSkewed = draw.chance(0.6);
    this.records = Array.from({ length: size }, () => this.ofOfficial()).flat();
  }

  population(): Population {
    const name = `${this.size} officials in ${this.years.length} years`;
    return ofDispatches(name, this.records, this.years, this.measures);
  }

  another(): Dispatch {
    const [first = 0, last = 0] = [this.years[0], this.years.at(-1)];
    return this.dispatch(this.official(), this.draw.int(first - 3, last));
  }

  alike(dispatch: Dispatch): Dispatch {
    return { ...dispatch, official: this.official() };
  }

  likeness(dispatch: Dispatch): string {
    return JSON.stringify({ ...dispatch, official: "" });
  }

  changed(dispatch: Dispatch): Dispatch {
    const { departed, returned } = dispatch;
    const by = this.draw.one([-1, 1]);
    return this.draw.one([
      { ...dispatch, keys: this.keys() },
      { ...dispatch, departed: Math.min(departed + by, returned ?? Infinity) },
      { ...dispatch, returned: returned === null ? null : Math.max(returned + by, departed) },
    ]);
  }

  addYear(): void {
    const year = (this.years.at(-1) ?? 0) + 1;
    this.years.push(year);
    for (const [index, dispatch] of this.records.entries()) {
      const isBack = dispatch.returned === null && this.draw.chance(0.3);
      if (isBack) this.records[index] = { ...dispatch, returned: year };
    }
    const more = Array.from({ length: Math.ceil(this.size / 4) }, () =>
      this.dispatch(this.official(), year),
    );
    this.records.push(...more);
  }

  /** One dispatch, or two one after the other. */
  private ofOfficial(): Dispatch[] {
    const [one, { draw }] = [this.another(), this];
    const last = this.years.at(-1) ?? 0;
    if (one.returned === null || one.returned >= last || draw.chance(0.8)) return [one];
    return [one, this.dispatch(one.official, draw.int(one.returned + 1, last))];
  }

  private official(): string {
    return `P${(this.officials += 1)}`;
  }

  private dispatch(official: string, departed: number): Dispatch {
    const length = this.draw.perhaps(0.9, () => this.draw.int(0, 4));
    const returned = length === null ? null : departed + length;
    return { official, departed, returned, keys: this.keys() };
  }

  private keys(): Dispatch["keys"] {
    const keys = Object.fromEntries(
      Object.entries(this.values).map(([name, values]) => [name, this.one(values)]),
    );
    // A country is in one region.
    return { ...keys, country: `${keys["region"] ?? ""}${keys["country"] ?? ""}` };
  }

  private one(values: readonly string[]): string {
    return this.isSkewed ? this.draw.skewed(values) : this.draw.one(values);
  }
}

/** A random population of 5 to 600 officials. Of some not every table is released. */
export function randomDispatches(draw: Draw): Population {
  const years = Array.from({ length: draw.int(2, 6) }, (_year, index) => 2015 + index);
  const size = Math.round(5 * 120 ** (draw.int(0, 1000) / 1000));
  const isWhole = draw.chance(0.6);
  const measures = dispatchMeasures(() => !isWhole && draw.chance(0.3));
  return new RandomDispatches(draw, years, size, measures).population();
}
