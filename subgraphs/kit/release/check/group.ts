import type { GroupKeys } from "../unit-tables";

/** A group by its keys, in the order of the dimensions' names; what it has no key of is summed over. */
export type Group = readonly (readonly [dimension: string, key: string | null])[];

/** Everybody: no dimension has a key. */
export const everybody: Group = [];

/** The group of a row of a table. */
export function groupOf(dimensions: readonly string[], keys: GroupKeys): Group {
  return dimensions
    .flatMap((dimension, index) => {
      const key = keys[index];
      return key === undefined ? [] : [[dimension, key] as const];
    })
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Tells groups apart. */
export function groupName(group: Group): string {
  return JSON.stringify(group);
}

/** Tells apart by which dimensions groups are: tables that have the same share their cells. */
export function levelName(dimensions: readonly string[]): string {
  return [...dimensions].sort().join(",");
}

/** The dimensions of a level. */
export function dimensionsOf(level: string): string[] {
  return level === "" ? [] : level.split(",");
}

/** A group summed over one of its dimensions. */
export function summedOver(group: Group, dimension: string): Group {
  return group.filter(([each]) => each !== dimension);
}

/** All sums over some of the elements, itself and the sum over all included. */
export function subsetsOf<Element>(elements: readonly Element[]): Element[][] {
  return elements.reduce<Element[][]>(
    (subsets, element) => [...subsets, ...subsets.map((subset) => [...subset, element])],
    [[]],
  );
}
