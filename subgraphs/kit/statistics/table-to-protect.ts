import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { CountedGroup } from "./counted-groups";
import type { StatisticsPeriod } from "./statistics-period";
import type { NamedDimension } from "./statistics-request";

/** What a table is a table of, besides its dimensions. */
export interface TableSubject {
  /** The measure's name. */
  readonly measure: string;
  readonly period: StatisticsPeriod;
  /** Only what had been recorded by then was counted; `undefined` for everything. */
  readonly knownAt: Date | undefined;
  readonly rule: DisclosureRule;
}

/** A group as far as its protection depends on it. */
export type GroupToProtect = Pick<CountedGroup, "keys" | "count" | "persons">;

/** A whole table as it was counted: plain data, which can be sent to another thread. */
export interface TableToProtect extends TableSubject {
  /** The names of its dimensions, two at most. */
  readonly dimensions: readonly string[];
  /** Whether the second lies within the first. */
  readonly isNested: boolean;
  readonly groups: readonly GroupToProtect[];
}

/** A table to protect. Nothing of it depends on which part of it is asked for. */
export function tableToProtect(
  subject: TableSubject,
  dimensions: readonly NamedDimension[],
  groups: readonly CountedGroup[],
): TableToProtect {
  const [first, second] = dimensions;
  return {
    ...subject,
    dimensions: dimensions.map(({ name }) => name),
    isNested: first !== undefined && second?.within === first.name,
    groups: groups.map(({ keys, count, persons }) => ({ keys, count, persons })),
  };
}
