import { isAnswerObject, ownProperty, setOwnProperty } from "./own-property";
import type { Rewrite } from "../planning/query-plan";
import type { TypeConditions } from "./type-conditions";

/** Changes a value as a plan says. */
export type RewriteValue = (value: unknown) => void;

const fragment = "... on ";

/** Prepares the changes of what is sent or received; nothing where there are none. */
export function rewriterOf(
  rewrites: readonly Rewrite[] = [],
  types: TypeConditions,
): RewriteValue | undefined {
  if (rewrites.length === 0) return undefined;
  return (value) => {
    for (const rewrite of rewrites) rewriteAt(rewrite, 0, value, types);
  };
}

/** What the caller calls a name that a subgraph was given in its place, for the paths of errors. */
export function renamedBack(rewrites: readonly Rewrite[] = []): ReadonlyMap<unknown, string> {
  return new Map(
    rewrites.flatMap((rewrite) =>
      rewrite.kind === "KeyRenamer" ? [[rewrite.path.at(-1), rewrite.renameKeyTo] as const] : [],
    ),
  );
}

function rewriteAt(rewrite: Rewrite, index: number, value: unknown, types: TypeConditions): void {
  if (Array.isArray(value)) {
    for (const element of value) rewriteAt(rewrite, index, element, types);
    return;
  }
  const name = rewrite.path[index];
  if (!isAnswerObject(value) || name === undefined) return;
  if (name.startsWith(fragment)) {
    const typename = value["__typename"];
    const isWithin =
      typeof typename !== "string" || types.typesWithin(name.slice(fragment.length)).has(typename);
    if (isWithin) rewriteAt(rewrite, index + 1, value, types);
  } else if (index < rewrite.path.length - 1) {
    rewriteAt(rewrite, index + 1, ownProperty(value, name), types);
  } else if (rewrite.kind === "ValueSetter") {
    setOwnProperty(value, name, rewrite.setValueTo);
  } else {
    const renamed = ownProperty(value, name);
    if (renamed === undefined) return;
    setOwnProperty(value, rewrite.renameKeyTo, renamed);
    setOwnProperty(value, name, undefined);
  }
}
