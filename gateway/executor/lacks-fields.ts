import { type AnswerObject, isAnswerObject, ownProperty } from "./own-property";
import type { AnswerPath } from "./places";

/**
 * Whether the answer has `null` for something of an object that no subgraph has said. An object can be without what
 * another subgraph would be asked by, and nothing is missing: where the caller asks for that of another type.
 *
 * @param merged - what subgraphs said
 * @param projected - what the caller gets
 */
export function lacksFields(merged: unknown, projected: unknown, path: AnswerPath): boolean {
  const object = valueAt(merged, path);
  const shown = valueAt(projected, path);
  if (!isAnswerObject(object) || !isAnswerObject(shown)) return false;
  return Object.keys(shown).some((name) => ownProperty(object, name) === undefined);
}

function valueAt(value: unknown, path: AnswerPath): unknown {
  return path.reduce(
    (at: unknown, part) =>
      typeof at === "object" && at !== null ? ownProperty(at as AnswerObject, String(part)) : at,
    value,
  );
}
