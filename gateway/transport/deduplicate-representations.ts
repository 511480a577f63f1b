import type { GraphQLFormattedError } from "graphql";

/** References to entities, each once and as JSON, and the index of each original one among them. */
export interface DeduplicatedRepresentations {
  readonly unique: readonly string[];
  /** Index in the original list → index in `unique`. */
  readonly indices: readonly number[];
}

/** Drops repeated references; two are the same where their JSON is. */
export function deduplicate(representations: readonly unknown[]): DeduplicatedRepresentations {
  const places = new Map<string, number>();
  const unique: string[] = [];
  const indices = representations.map((representation) => {
    const json = JSON.stringify(representation);
    const known = places.get(json);
    if (known !== undefined) return known;
    places.set(json, unique.length);
    return unique.push(json) - 1;
  });
  return { unique, indices };
}

/**
 * Puts each entity in every place where it was asked for. Each place gets its own copy, because the gateway changes
 * them.
 */
export function expandEntities(
  entities: readonly unknown[],
  indices: readonly number[],
): unknown[] {
  const given = new Set<number>();
  return indices.map((index) => {
    if (given.has(index)) return copyOf(entities[index]);
    given.add(index);
    return entities[index];
  });
}

/** Gives an error about `_entities[n]` for every place where that entity was asked for. */
export function expandErrors(
  errors: readonly GraphQLFormattedError[],
  indices: readonly number[],
): GraphQLFormattedError[] {
  return errors.flatMap((error) => {
    const [field, index, ...rest] = error.path ?? [];
    if (field !== "_entities" || typeof index !== "number") return [error];
    return indices.flatMap((place, original) =>
      place === index ? [{ ...error, path: [field, original, ...rest] }] : [],
    );
  });
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyOf(field)]));
}
