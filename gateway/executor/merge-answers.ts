import { type AnswerObject, isAnswerObject, ownProperty, setOwnProperty } from "./own-property";

/**
 * Adds to an object what another subgraph answered about it. Objects that both have are merged, lists of the same length
 * element by element; of anything else the later one stays. `null` replaces nothing: whether an object has to be `null`
 * is decided by what is missing of it.
 */
export function mergeInto(target: AnswerObject, source: AnswerObject): void {
  if (target === source) return;
  for (const name of Object.keys(source)) {
    const added = source[name];
    if (added === undefined) continue;
    const present = ownProperty(target, name);
    if (present === undefined || present === null) setOwnProperty(target, name, added);
    else if (!mergeValues(present, added)) setOwnProperty(target, name, added);
  }
}

/** Merges the second value into the first, which is not `null`; false if it has to be replaced. */
function mergeValues(present: unknown, added: unknown): boolean {
  if (added === null) return true;
  if (Array.isArray(present)) {
    if (!Array.isArray(added) || added.length !== present.length) return false;
    mergeLists(present, added);
    return true;
  }
  if (!isAnswerObject(present) || !isAnswerObject(added)) return false;
  mergeInto(present, added);
  return true;
}

function mergeLists(present: unknown[], added: readonly unknown[]): void {
  for (const [index, element] of added.entries()) {
    const before = present[index];
    if (before === null || !mergeValues(before, element)) present[index] = element;
  }
}

/** A copy of a value that shares nothing with it. */
export function copyOf<Value>(value: Value): Value {
  return structuredCopy(value) as Value;
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isAnswerObject(value)) return value;
  const copy: AnswerObject = {};
  for (const name of Object.keys(value)) setOwnProperty(copy, name, structuredCopy(value[name]));
  return copy;
}
