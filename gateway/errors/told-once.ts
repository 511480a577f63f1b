import type { GraphQLFormattedError } from "graphql";

/** How many places of one error are told. */
const mostPlaces = 10;

/** How many errors of one request are told. */
const mostErrors = 8;

/** Of errors with the same code and message the first, with the places of all; a few of many errors and places. */
export function toldOnce(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const told = new Map<string, GraphQLFormattedError>();
  for (const error of errors) {
    const kind = JSON.stringify([error.extensions?.["code"], error.message]);
    const first = told.get(kind);
    if (!first) {
      told.set(kind, error);
      continue;
    }
    const locations = [...(first.locations ?? []), ...(error.locations ?? [])];
    const places = [...new Map(locations.map((each) => [`${each.line}:${each.column}`, each]))];
    told.set(kind, { ...first, locations: places.slice(0, mostPlaces).map(([, each]) => each) });
  }
  return [...told.values()].slice(0, mostErrors);
}
