import type { GraphQLError } from "graphql";
import { isAnswerObject } from "./own-property";

/**
 * An error at the place that the caller can see: one about what only other subgraphs need is about the object that has it.
 *
 * @param data - the answer, as the caller gets it
 */
export function atShownPlace(error: GraphQLError, data: unknown): GraphQLError {
  const { path } = error;
  const shown = path && shownPartOf(path, data);
  if (shown === path) return error;
  // The same error, of the same class.
  return Object.create(error, { path: { value: shown, enumerable: true } }) as GraphQLError;
}

/** The path as far as the answer has it. What is below `null` was left out with it. */
function shownPartOf(
  path: readonly (string | number)[],
  data: unknown,
): readonly (string | number)[] {
  let value = data;
  for (const [index, part] of path.entries()) {
    if (value === null || typeof value !== "object") return path;
    if (isAnswerObject(value) && !Object.hasOwn(value, part)) return path.slice(0, index);
    value = (value as Readonly<Record<string | number, unknown>>)[part];
  }
  return path;
}
