import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { FilterInput } from "../filter/compile-filter";
import type { OrderTerm } from "../connection/ordering";
import type { Dimension, Measure } from "./measure";
import type { StatisticsPeriod } from "./statistics-period";

/** What rows can be ordered by: the keys they are grouped by, in turn, or the count. */
export type StatisticsOrderKey = "KEY" | "COUNT";

/** Statistics as they are asked for, once everything about them has been checked. */
export interface StatisticsRequest {
  /** Names the field, for the SQL tag. */
  readonly name: string;
  /** The measure's name. */
  readonly measureName: string;
  readonly measure: Measure;
  readonly periods: readonly StatisticsPeriod[];
  /** Only what had been recorded by then. */
  readonly knownAt?: Date | undefined;
  readonly groupBy: readonly string[];
  /** Dimension → operator → value. */
  readonly filter: FilterInput;
  readonly having?: CountBounds | undefined;
  readonly orderBy: readonly OrderTerm<StatisticsOrderKey>[];
  readonly limit: number;
  /** How small groups are protected; `undefined` for a caller who is permitted to see the records. */
  readonly rule: DisclosureRule | undefined;
}

/** Bounds of a count, both included. */
export interface CountBounds {
  readonly gte?: number | null;
  readonly lte?: number | null;
}

/** A dimension by its name. */
export interface NamedDimension extends Dimension {
  readonly name: string;
}

/**
 * A dimension of a measure.
 * @throws Error where there is none, which is checked before
 */
export function dimensionOf({ dimensions }: Measure, name: string): NamedDimension {
  const dimension = dimensions[name];
  if (!dimension) throw new Error(`no dimension ${name}`);
  return { ...dimension, name };
}

/** The names of the dimensions that a filter sets a condition on. */
export function filteredBy(filter: FilterInput): string[] {
  return Object.entries(filter)
    .filter(([, conditions]) =>
      Object.values((conditions ?? {}) as object).some((operand) => operand !== undefined),
    )
    .map(([name]) => name);
}

/** The values of the dimensions that a filter lists one by one. */
export function namedBy(filter: FilterInput): ReadonlyMap<string, readonly unknown[]> {
  return new Map(
    Object.entries(filter).flatMap(([name, conditions]) => {
      const { eq, in: among } = (conditions ?? {}) as { eq?: unknown; in?: readonly unknown[] };
      const named = eq === undefined ? among : [eq];
      return named ? [[name, named] as const] : [];
    }),
  );
}

/**
 * The dimensions of the table that is protected where these are asked for, in one order whichever they are asked in,
 * because what is suppressed depends on it. A dimension that lies within another comes behind it, whether that is asked
 * for or not.
 */
export function protectedDimensions(measure: Measure, names: readonly string[]): NamedDimension[] {
  const all = names.flatMap((name) => [measure.dimensions[name]?.within ?? [], name].flat());
  return [...new Set(all)]
    .sort()
    .map((name) => dimensionOf(measure, name))
    .sort((one, other) => Number(one.within === other.name) - Number(other.within === one.name));
}
