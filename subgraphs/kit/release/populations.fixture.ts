import type { Draw } from "../../../test/support/statistics/draw";
import { type CountedThing, count, groupsOf } from "../../../test/support/statistics/naive-count";
import type {
  Keys,
  PublicKnowledge,
  TrueGroup,
  TrueTable,
} from "../../../test/support/statistics/release-intruder";
import type { LinkedMeasures, Measure, TimeBasis } from "../statistics/measure";
import type { CountedPeriods } from "./count-unit";
import type { ReferencePeriod } from "./reference-periods";
import type { ReleaseUnit } from "./release-plan";

/** Records of a population that was made up, and all that is counted of them. */
export interface Population {
  readonly name: string;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly knowledge: PublicKnowledge;
  /** The fiscal years of flows. Of stocks there is the end of the year before, too. */
  readonly years: readonly number[];
  readonly things: Readonly<Record<string, (year: number) => readonly CountedThing[]>>;
}

/** Declares a measure as far as releases depend on it. */
export function measureOf(
  kind: TimeBasis["kind"],
  dimensions: Readonly<Record<string, Partial<Measure["dimensions"][string]>>>,
  by: readonly (readonly string[])[],
  linked?: LinkedMeasures,
): Measure {
  return {
    ...{ unit: "persons", definition: "", table: "t", records: "T" },
    time: kind === "STOCK" ? { kind, on: () => "true" } : { kind, day: "t.day" },
    ...{ counts: { how: "rows" }, persons: { how: "rows" } },
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([name, own]) => [
        name,
        { sql: `t.${name}`, type: "text", most: 100, ...own },
      ]),
    ),
    released: { by },
    ...(linked && { linked }),
  };
}

/** Counts every table of a population that is released, or that anything released follows from. */
export function trueTables(population: Population): TrueTable[] {
  const { measures, knowledge, years } = population;
  return Object.entries(measures).flatMap(([measure, { released, time }]) => {
    const stocks = knowledge.balances
      .filter(({ came, went }) => [came, went].includes(measure))
      .flatMap(({ stock }) => measures[stock]?.released?.by ?? []);
    const all = [...(released?.by ?? []), ...stocks];
    const tables = new Map(all.map((dimensions) => [dimensions.join(), dimensions]));
    const counted = time.kind === "STOCK" ? [(years[0] ?? 0) - 1, ...years] : years;
    return [...tables.values()].flatMap((dimensions) =>
      counted.map((year) => {
        const period = time.kind === "STOCK" ? `${year + 1}-03-31` : `FY${year}`;
        const things = population.things[measure]?.(year) ?? [];
        return { measure, dimensions, period, groups: trueGroups(things, dimensions) };
      }),
    );
  });
}

function trueGroups(things: readonly CountedThing[], dimensions: readonly string[]): TrueGroup[] {
  const masks = dimensions.reduce<boolean[][]>(
    (before, _name) => before.flatMap((mask) => [[...mask, true], [...mask, false]]),
    [[]],
  );
  return masks.flatMap((mask) => {
    const kept = dimensions.filter((_name, index) => mask[index]);
    if (kept.length === 0) {
      return [groupOf(things, dimensions.map(() => undefined))];
    }
    return groupsOf(things, kept).map(({ keys, members }) =>
      groupOf(
        members,
        dimensions.map((name, index) => (mask[index] ? (keys[name] ?? null) : undefined)),
      ),
    );
  });
}

function groupOf(members: readonly CountedThing[], keys: Keys): TrueGroup {
  return { keys, count: count(members).count, who: new Set(members.map(({ person }) => person)) };
}

/** The tables of a unit as they would have been counted from a database. */
export function countedPeriods(
  { tables }: ReleaseUnit,
  truth: readonly TrueTable[],
): CountedPeriods[] {
  return tables.map((table) => {
    const own = truth.filter(({ measure, dimensions }) => {
      return measure === table.measure && dimensions.join() === table.name;
    });
    if (own.length === 0) throw new Error(`${table.measure} by ${table.name} was not counted`);
    return {
      table,
      periods: own.map(({ period, groups }) => ({
        period: periodOf(period),
        groups: groups
          .filter(({ count: some }) => some > 0)
          .map(({ keys, count: some, who }) => ({
            ...{ period: 0, keys, meets: [], records: some },
            ...{ count: some, persons: who?.size ?? 0 },
          })),
      })),
    };
  });
}

function periodOf(name: string): ReferencePeriod {
  const isFlow = name.startsWith("FY");
  const fiscalYear = isFlow ? Number(name.slice(2)) : Number(name.slice(0, 4)) - 1;
  const to = `${fiscalYear + 1}-03-31`;
  return { name, from: isFlow ? `${fiscalYear}-04-01` : null, to, fiscalYear };
}

/** A dispatch: from a year to the year of the return, if there was one. */
export interface Dispatch {
  readonly official: string;
  readonly departed: number;
  readonly returned: number | null;
  readonly keys: Readonly<Record<string, string>>;
}

/** Measures of dispatches: a stock with its flows, and the agencies behind it. */
export const dispatchMeasures: Readonly<Record<string, Measure>> = (() => {
  const dimensions = {
    ...{ region: {}, country: { within: "region" } },
    ...{ organizationType: {}, homeAgency: {}, term: {} },
  };
  const lines = [[], ["region"], ["organizationType"], ["homeAgency"], ["region", "country"]];
  return {
    ON_DISPATCH: measureOf("STOCK", dimensions, [...lines, ["organizationType", "region"]], {
      flows: { in: "DEPARTURES", out: "RETURNS" },
    }),
    DEPARTURES: measureOf("FLOW", dimensions, [...lines, ["term"]]),
    RETURNS: measureOf("FLOW", dimensions, lines),
    SENDING_AGENCIES: measureOf("STOCK", dimensions, [[], ["region"], ["organizationType"]], {
      groupsOf: { measure: "ON_DISPATCH", dimension: "homeAgency" },
    }),
  };
})();

/** What everybody knows of dispatches. */
export const knownOfDispatches: PublicKnowledge = {
  balances: [{ stock: "ON_DISPATCH", came: "DEPARTURES", went: "RETURNS" }],
  subsets: [],
  groups: [{ measure: "SENDING_AGENCIES", of: "ON_DISPATCH", dimension: "homeAgency" }],
};

/** Dispatches as a population. */
export function ofDispatches(
  name: string,
  dispatches: readonly Dispatch[],
  years: readonly number[],
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
    ...{ name, years, measures: dispatchMeasures, knowledge: knownOfDispatches },
    things: {
      ON_DISPATCH: (year) => each(onDispatch(year)),
      DEPARTURES: (year) => each(dispatches.filter(({ departed }) => departed === year)),
      RETURNS: (year) => each(dispatches.filter(({ returned }) => returned === year)),
      SENDING_AGENCIES: (year) => things(onDispatch(year), ({ keys }) => keys["homeAgency"] ?? ""),
    },
  };
}

/** How random dispatches are drawn: the values there are, and how unevenly they are spread. */
export class DispatchDraw {
  private readonly values: Readonly<Record<string, readonly string[]>>;
  private readonly isSkewed: boolean;
  private official = 0;

  constructor(
    private readonly draw: Draw,
    readonly years: readonly number[],
  ) {
    const several = (name: string, most: number) =>
      Array.from({ length: draw.int(1, most) }, (_value, index) => `${name}${index}`);
    this.values = {
      ...{ region: several("R", 5), country: several("C", 6), organizationType: several("O", 5) },
      ...{ homeAgency: several("A", 10), term: several("T", 4) },
    };
    this.isSkewed = draw.chance(0.6);
  }

  /** One official's dispatch, or two one after the other. */
  dispatches(): Dispatch[] {
    const { draw } = this;
    const official = `P${(this.official += 1)}`;
    const [first = 0, last = 0] = [this.years[0], this.years.at(-1)];
    const departed = draw.int(first - 3, last);
    const one = this.dispatch(official, departed);
    if (one.returned === null || one.returned >= last || draw.chance(0.8)) return [one];
    return [one, this.dispatch(official, draw.int(one.returned + 1, last))];
  }

  keys(): Dispatch["keys"] {
    const keys = Object.fromEntries(
      Object.entries(this.values).map(([name, values]) => [name, this.one(values)]),
    );
    // A country is in one region.
    return { ...keys, country: `${keys["region"] ?? ""}${keys["country"] ?? ""}` };
  }

  private dispatch(official: string, departed: number): Dispatch {
    const length = this.draw.perhaps(0.9, () => this.draw.int(0, 4));
    const returned = length === null ? null : departed + length;
    return { official, departed, returned, keys: this.keys() };
  }

  private one(values: readonly string[]): string {
    return this.isSkewed ? this.draw.skewed(values) : this.draw.one(values);
  }
}

/** A random population of 5 to 600 officials. */
export function randomDispatches(draw: Draw): Population {
  const length = draw.int(2, 6);
  const years = Array.from({ length }, (_year, index) => 2015 + index);
  const size = Math.round(5 * 120 ** (draw.int(0, 1000) / 1000));
  const drawn = new DispatchDraw(draw, years);
  const dispatches = Array.from({ length: size }, () => drawn.dispatches()).flat();
  return ofDispatches(`${size} officials in ${length} years`, dispatches, years);
}

/** Measures of a recruitment: who came how far, by categories of which a person can be in several, and a list of persons. */
const recruitmentMeasures: Readonly<Record<string, Measure>> = (() => {
  const dimensions = { category: { overlapping: true }, round: { overlapping: true } } as const;
  const by = [[], ["category"]];
  return {
    APPLICATIONS: measureOf("FLOW", dimensions, by),
    SELECTED: measureOf("FLOW", dimensions, by, { partOf: "APPLICATIONS" }),
    TRAINED: measureOf("FLOW", dimensions, by, { partOf: "SELECTED" }),
    ADDED: measureOf("FLOW", dimensions, by, { partOf: "TRAINED" }),
    REGISTERED_PERSONS: measureOf("STOCK", dimensions, [...by, ["round"]]),
  };
})();

/** What everybody knows of a recruitment. */
const knownOfRecruitment: PublicKnowledge = {
  balances: [],
  subsets: [
    { part: "SELECTED", whole: "APPLICATIONS" },
    { part: "TRAINED", whole: "SELECTED" },
    { part: "ADDED", whole: "TRAINED" },
    { part: "ADDED", whole: "SELECTED" },
  ],
  groups: [],
};

/** An application, and how far it came in which categories. */
interface Application {
  readonly applicant: string;
  readonly year: number;
  readonly categories: readonly string[];
  readonly selected: readonly string[];
  readonly isTrained: boolean;
  readonly isAdded: boolean;
  /** The last year that the applicant is on the list. */
  readonly until: number;
}

/** A random recruitment with up to 300 applicants. */
export function randomRecruitment(draw: Draw): Population {
  const years = Array.from({ length: draw.int(2, 5) }, (_year, index) => 2018 + index);
  const categories = Array.from({ length: draw.int(1, 5) }, (_value, index) => `K${index}`);
  const size = Math.round(5 * 60 ** (draw.int(0, 1000) / 1000));
  const [share, most] = [draw.int(3, 9) / 10, draw.int(1, categories.length)];
  const applications = Array.from({ length: size }, (_value, index) =>
    years.filter(() => draw.chance(0.4)).map((year) => {
      const chosen = draw.some(categories, most);
      const selected = draw.chance(share) ? draw.some(chosen, chosen.length) : [];
      const isTrained = selected.length > 0 && draw.chance(0.85);
      return {
        ...{ applicant: `P${index}`, year, categories: chosen, selected, isTrained },
        ...{ isAdded: isTrained && draw.chance(0.85), until: year + draw.int(0, 4) },
      };
    }),
  ).flat();
  return ofApplications(`${size} applicants in ${years.length} years`, applications, years);
}

function ofApplications(
  name: string,
  applications: readonly Application[],
  years: readonly number[],
): Population {
  const things = (
    some: readonly Application[],
    categoriesOf: (application: Application) => readonly string[],
  ) =>
    some.flatMap((application) =>
      categoriesOf(application).map((category) => ({
        ...{ one: application.applicant, amount: 1, person: application.applicant, persons: 1 },
        keys: { category, round: String(application.year) },
      })),
    );
  const of = (year: number) => applications.filter((one) => one.year === year);
  return {
    ...{ name, years, measures: recruitmentMeasures, knowledge: knownOfRecruitment },
    things: {
      APPLICATIONS: (year) => things(of(year), ({ categories }) => categories),
      SELECTED: (year) => things(of(year), ({ selected }) => selected),
      TRAINED: (year) =>
        things(
          of(year).filter(({ isTrained }) => isTrained),
          ({ selected }) => selected,
        ),
      ADDED: (year) =>
        things(
          of(year).filter(({ isAdded }) => isAdded),
          ({ selected }) => selected,
        ),
      REGISTERED_PERSONS: (year) =>
        things(
          applications.filter((one) => one.isAdded && one.year <= year && one.until >= year),
          ({ selected }) => selected,
        ),
    },
  };
}

/** Measures without flows: a nest whose coarse groups are no table of their own, a crossing without its lines. */
const placementMeasures: Readonly<Record<string, Measure>> = {
  FELLOWS: measureOf("FLOW", { agency: {}, program: {}, cohort: { within: "program" } }, [
    ...[[], ["agency"]],
    ["program", "cohort"],
  ]),
  PLACEMENTS: measureOf("STOCK", { agency: {}, host: {} }, [[], ["agency", "host"]]),
  VISITS: measureOf("FLOW", { agency: {}, host: {} }, [[], ["agency"], ["host"], ["agency", "host"]]),
};

/** Random placements of up to 300 fellows. */
export function randomPlacements(draw: Draw): Population {
  const years = Array.from({ length: draw.int(2, 4) }, (_year, index) => 2018 + index);
  const size = Math.round(5 * 60 ** (draw.int(0, 1000) / 1000));
  const [agencies, hosts, programs] = [draw.int(1, 8), draw.int(1, 6), draw.int(1, 3)];
  const isSkewed = draw.chance(0.6);
  const one = (name: string, count: number) => {
    const values = Array.from({ length: count }, (_value, index) => `${name}${index}`);
    return isSkewed ? draw.skewed(values) : draw.one(values);
  };
  const fellows = Array.from({ length: size }, (_value, index) => {
    const year = draw.int((years[0] ?? 0) - 2, years.at(-1) ?? 0);
    const program = one("P", programs);
    return {
      ...{ fellow: `F${index}`, year, until: year + draw.int(0, 3) },
      keys: {
        ...{ agency: one("A", agencies), host: one("H", hosts), program },
        cohort: `${program} ${one("C", 4)}`,
      },
    };
  });
  const things = (some: typeof fellows) =>
    some.map(({ fellow, keys }) => ({ one: fellow, amount: 1, person: fellow, persons: 1, keys }));
  return {
    name: `${size} fellows in ${years.length} years`,
    ...{ years, measures: placementMeasures, knowledge: { balances: [], subsets: [], groups: [] } },
    things: {
      FELLOWS: (year) => things(fellows.filter((fellow) => fellow.year === year)),
      PLACEMENTS: (year) =>
        things(fellows.filter((fellow) => fellow.year <= year && fellow.until > year)),
      VISITS: (year) => things(fellows.filter((fellow) => fellow.until === year)),
    },
  };
}
