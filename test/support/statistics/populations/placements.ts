import type { Draw } from "../draw";
import type { Measure } from "../../../../subgraphs/kit/statistics/measure";
import { measureOf, type Population, type RandomRecords } from "./population";

/** Measures without flows: a nest whose coarse groups are no table of their own, a crossing without its lines. */
const placementMeasures: Readonly<Record<string, Measure>> = {
  FELLOWS: measureOf("FLOW", { agency: {}, program: {}, cohort: { within: "program" } }, [
    ...[[], ["agency"]],
    ["program", "cohort"],
  ]),
  PLACEMENTS: measureOf("STOCK", { agency: {}, host: {} }, [[], ["agency", "host"]]),
  VISITS: measureOf("FLOW", { agency: {}, host: {} }, [
    [],
    ["agency"],
    ["host"],
    ["agency", "host"],
  ]),
};

/** A fellow: from a year to a year. */
interface Fellow {
  readonly fellow: string;
  readonly year: number;
  readonly until: number;
  readonly keys: Readonly<Record<string, string | null>>;
}

/** An agency, a host, a program or a cohort. */
type Value = "A" | "H" | "P" | "C";

/** Random fellows, and more of the same kind. */
export class RandomPlacements implements RandomRecords<Fellow> {
  readonly records: Fellow[];
  private readonly most: Readonly<Record<Value, number>>;
  private readonly isSkewed: boolean;
  private fellows = 0;

  constructor(
    private readonly draw: Draw,
    readonly years: number[],
    private readonly size: number,
  ) {
    this.most = { A: draw.int(1, 8), H: draw.int(1, 6), P: draw.int(1, 3), C: 4 };
    this.isSkewed = draw.chance(0.6);
    this.records = Array.from({ length: size }, () => this.another());
  }

  population(): Population {
    const name = `${this.size} fellows in ${this.years.length} years`;
    return ofFellows(name, this.records, this.years);
  }

  another(): Fellow {
    return this.of(this.draw.int((this.years[0] ?? 0) - 2, this.years.at(-1) ?? 0));
  }

  alike(fellow: Fellow): Fellow {
    return { ...fellow, fellow: `F${(this.fellows += 1)}` };
  }

  likeness(fellow: Fellow): string {
    return JSON.stringify({ ...fellow, fellow: "" });
  }

  changed(fellow: Fellow): Fellow {
    const { year, until } = fellow;
    const by = this.draw.one([-1, 1]);
    return this.draw.one([
      { ...fellow, keys: this.keys() },
      { ...fellow, year: Math.min(year + by, until) },
      { ...fellow, until: Math.max(until + by, year) },
    ]);
  }

  addYear(): void {
    const year = (this.years.at(-1) ?? 0) + 1;
    this.years.push(year);
    this.records.push(...Array.from({ length: Math.ceil(this.size / 3) }, () => this.of(year)));
  }

  private of(year: number): Fellow {
    const fellow = `F${(this.fellows += 1)}`;
    return { fellow, year, until: year + this.draw.int(0, 3), keys: this.keys() };
  }

  private keys(): Fellow["keys"] {
    const program = this.one("P");
    return {
      agency: this.draw.perhaps(0.95, () => this.one("A")),
      ...{ host: this.one("H"), program, cohort: `${program} ${this.one("C")}` },
    };
  }

  private one(name: Value): string {
    const values = Array.from({ length: this.most[name] }, (_value, index) => `${name}${index}`);
    return this.isSkewed ? this.draw.skewed(values) : this.draw.one(values);
  }
}

/** Random placements of up to 300 fellows. */
export function randomPlacements(draw: Draw): Population {
  const years = Array.from({ length: draw.int(2, 4) }, (_year, index) => 2018 + index);
  const size = Math.round(5 * 60 ** (draw.int(0, 1000) / 1000));
  return new RandomPlacements(draw, years, size).population();
}

function ofFellows(name: string, fellows: readonly Fellow[], years: readonly number[]): Population {
  const things = (some: readonly Fellow[]) =>
    some.map(({ fellow, keys }) => ({ one: fellow, amount: 1, person: fellow, persons: 1, keys }));
  return {
    ...{ name, years, measures: placementMeasures },
    knowledge: { balances: [], subsets: [], arrivals: [], groups: [] },
    things: {
      FELLOWS: (year) => things(fellows.filter((fellow) => fellow.year === year)),
      PLACEMENTS: (year) =>
        things(fellows.filter((fellow) => fellow.year <= year && fellow.until > year)),
      VISITS: (year) => things(fellows.filter((fellow) => fellow.until === year)),
    },
  };
}
