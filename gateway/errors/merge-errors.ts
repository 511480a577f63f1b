import type { GraphQLFormattedError } from "graphql";

/** How many places of one error are shown. */
const mostPlaces = 10;

/** How many errors of one request are shown. */
const mostErrors = 8;

/**
 * Merges errors with the same code and message into the first of them, with the places of all. Keeps only some if there
 * are very many errors or places.
 */
export function mergeErrors(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const merged = new Map<string, GraphQLFormattedError>();
  for (const error of errors) {
    const kind = JSON.stringify([error.extensions?.["code"], error.message]);
    const first = merged.get(kind);
    if (!first) {
      merged.set(kind, error);
      continue;
    }
    const locations = [...(first.locations ?? []), ...(error.locations ?? [])];
    const places = [...new Map(locations.map((each) => [`${each.line}:${each.column}`, each]))];
    merged.set(kind, { ...first, locations: places.slice(0, mostPlaces).map(([, each]) => each) });
  }
  return [...merged.values()].slice(0, mostErrors);
}
