import type { GraphQLError } from "graphql";

/**
 * The errors about what does not fit that no other error explains: one at the same place, above it or below it does. One
 * without a place does not: it can be about anything else.
 */
export function unreported(
  found: readonly GraphQLError[],
  others: readonly GraphQLError[],
): readonly GraphQLError[] {
  return found.filter(
    ({ path = [] }) => !others.some((other) => other.path && isOnOnePath(path, other.path)),
  );
}

type Path = readonly (string | number)[];

/** Whether one path leads to the other. A path that ends at a list is about its elements. */
function isOnOnePath(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
