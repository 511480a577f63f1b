import { type CountedThing, count, groupsOf } from "../naive-count";
import type {
  Keys,
  PublicKnowledge,
  SeenGroups,
  TrueGroup,
  TrueTable,
} from "../intruder-knowledge";
import type {
  LinkedMeasures,
  Measure,
  TimeBasis,
} from "../../../../subgraphs/kit/statistics/measure";
import type { CountedPeriods } from "../../../../subgraphs/kit/release/count-unit";
import type { ReferencePeriod } from "../../../../subgraphs/kit/release/reference-periods";
import type { ReleaseUnit } from "../../../../subgraphs/kit/release/release-plan";
import type { ReleasedTable } from "../../../../subgraphs/kit/release/released-rows";

/** Records of a population that was made up, and all that is counted of them. */
export interface Population {
  readonly name: string;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly knowledge: PublicKnowledge;
  /** The fiscal years of flows. Of stocks there is the end of the year before, too. */
  readonly years: readonly number[];
  readonly things: Readonly<Record<string, (year: number) => readonly CountedThing[]>>;
}

/** Random records of a population, which may turn out to have been wrong. */
export interface RandomRecords<Entry> {
  readonly records: Entry[];
  readonly years: readonly number[];
  population(): Population;
  /** One more, of somebody else. */
  another(): Entry;
  /** The same of somebody else. */
  alike(record: Entry): Entry;
  /** Tells records that are the same but for the person from others. */
  likeness(record: Entry): string;
  /** The same with another day or group. */
  changed(record: Entry): Entry;
  /** Adds a fiscal year, with what happened in it. */
  addYear(): void;
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
    const margins = stocks.flatMap((by) => by.map((dimension) => [dimension]));
    const all = [...(released?.by ?? []), ...stocks, ...margins];
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
  return masksOf(dimensions).flatMap((mask) => {
    const kept = dimensions.filter((_name, index) => mask[index]);
    if (kept.length === 0) {
      return [
        groupOf(
          things,
          dimensions.map(() => undefined),
        ),
      ];
    }
    return groupsOf(things, kept).map(({ keys, members }) =>
      groupOf(
        members,
        dimensions.map((name, index) => (mask[index] ? (keys[name] ?? null) : undefined)),
      ),
    );
  });
}

/** Which dimensions a table is grouped by, and which are summed over, in every way. */
function masksOf(dimensions: readonly string[]): boolean[][] {
  return dimensions.reduce<boolean[][]>(
    (before) => before.flatMap((mask) => [mask.concat(true), mask.concat(false)]),
    [[]],
  );
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

/** What everybody can see of released tables: their groups, and their margins. */
export function seenGroups(tables: readonly ReleasedTable[]): SeenGroups[] {
  return tables.flatMap(
    ({ measure, dimensions: joined, period, withheld, innerWithheld, rows }) => {
      const dimensions = joined === "" ? [] : joined.split(",");
      return masksOf(dimensions).map((mask) => {
        const isOf = ({ keys }: Pick<TrueGroup, "keys">) =>
          mask.every((is, index) => is === (keys[index] !== undefined));
        const [isFirst = false, isSecond = false] = mask;
        return {
          ...{ measure, period },
          dimensions: dimensions.filter((_name, index) => mask[index]),
          isWithheld:
            (isFirst && withheld[0]) ||
            (isSecond && withheld[1]) ||
            (isFirst && isSecond && innerWithheld),
          rows: rows.filter(isOf).map(({ keys, value, lower, upper }) => ({
            keys: keys.filter((key) => key !== undefined),
            ...{ value, lower, upper },
          })),
        };
      });
    },
  );
}

function periodOf(name: string): ReferencePeriod {
  const isFlow = name.startsWith("FY");
  const fiscalYear = isFlow ? Number(name.slice(2)) : Number(name.slice(0, 4)) - 1;
  const to = `${fiscalYear + 1}-03-31`;
  return { name, from: isFlow ? `${fiscalYear}-04-01` : null, to, fiscalYear };
}
