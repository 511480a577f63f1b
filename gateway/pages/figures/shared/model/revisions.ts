import type { Published } from "./observation";

/** The published numbers that are known, from the lowest to the highest. */
export interface Revisions {
  readonly lowest: number;
  readonly highest: number;
  /** That of the latest revision. */
  readonly latest: number;
}

/** Between which numbers publications lie; undefined where none is known. */
export function revisionsOf(published: readonly Published[]): Revisions | undefined {
  const known = published.flatMap(({ value }) => (value === null ? [] : [value]));
  const latest = known.at(-1);
  if (latest === undefined) return undefined;
  return { lowest: Math.min(...known), highest: Math.max(...known), latest };
}
