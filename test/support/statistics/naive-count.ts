import type { NaiveCoverage } from "./naive-coverage";
import type { Period, StatisticsQuery } from "./statistics-query";

/** Something that is counted, as often as it stands in a group: once for each value where it has several. */
export interface CountedThing {
  /** What is counted once, however often it is here. */
  readonly one: string;
  /** What it adds. */
  readonly amount: number;
  /** Whom it is about, and how many they are. */
  readonly person: string;
  readonly persons: number;
  /** Dimension → value; `null` where it is unknown. */
  readonly keys: Readonly<Record<string, string | null>>;
}

/** What is in a group. */
export interface NaiveCount {
  readonly count: number;
  readonly persons: number;
}

/** A group with anything in it. */
export interface NaiveGroup extends NaiveCount {
  readonly period: number;
  readonly keys: Readonly<Record<string, string | null>>;
}

/** What a query comes to, and which days records reach. */
export interface NaiveAnswer extends NaiveCounts {
  readonly covers: NaiveCoverage;
  /** Whether records reach the periods; of others nothing is known. */
  readonly isCovered: readonly boolean[];
}

/** What is counted in the periods of a query. */
export interface NaiveCounts {
  readonly groups: readonly NaiveGroup[];
  readonly totals: readonly NaiveCount[];
  /** What is in them, by period. */
  readonly selected: readonly (readonly CountedThing[])[];
  /** What could be, filter and groups aside. */
  readonly things: readonly (readonly CountedThing[])[];
}

/** Counts with loops over all that is counted in each period. */
export function countNaively(
  things: (period: Period) => readonly CountedThing[],
  { periods, filter, groupBy }: StatisticsQuery,
): NaiveCounts {
  const byPeriod = periods.map(things);
  const selected = byPeriod.map((some) =>
    some.filter(({ keys }) =>
      Object.entries(filter).every(([name, conditions]) => meets(keys[name] ?? null, conditions)),
    ),
  );
  return {
    things: byPeriod,
    selected,
    totals: selected.map(count),
    groups: selected.flatMap((some, period) =>
      groupsOf(some, groupBy)
        .map(({ keys, members }) => ({ period, keys, ...count(members) }))
        .filter((group) => group.count > 0),
    ),
  };
}

/** Everything by the values it has of some dimensions. */
export function groupsOf(things: readonly CountedThing[], dimensions: readonly string[]) {
  const groups = new Map<string, { keys: CountedThing["keys"]; members: CountedThing[] }>();
  for (const thing of things) {
    const keys = Object.fromEntries(dimensions.map((name) => [name, thing.keys[name] ?? null]));
    const name = JSON.stringify(keys);
    const group = groups.get(name) ?? { keys, members: [] };
    groups.set(name, group);
    group.members.push(thing);
  }
  return [...groups.values()];
}

/** How many there are, each counted once. */
export function count(things: readonly CountedThing[]): NaiveCount {
  const amounts = new Map(things.map(({ one, amount }) => [one, amount]));
  const persons = new Map(things.map(({ person, persons }) => [person, persons]));
  return { count: sum(amounts.values()), persons: sum(persons.values()) };
}

function meets(key: string | null, conditions: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(conditions).every(([operator, operand]) => {
    if (operator === "isNull") return (key === null) === operand;
    if (key === null) return false;
    switch (operator) {
      case "eq":
        return key === String(operand);
      case "in":
        return (operand as readonly unknown[]).some((one) => key === String(one));
      case "gte":
        return Number(key) >= Number(operand);
      case "lte":
        return Number(key) <= Number(operand);
      case "contains":
        return key.toLowerCase().includes(String(operand).toLowerCase());
      default:
        throw new Error(`unknown operator ${operator}`);
    }
  });
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
