import type { OperationAccess } from "../../subgraphs/kit/access/operation-access";

/**
 * The scopes that a caller needs for everything an operation names, as
 * `dispatch:persons, published or dispatch:records`. Values of variables can require more.
 */
export function neededScopes(needs: OperationAccess["needs"]): string {
  const groups = [...needs.values()].map((policy) => policy?.scopes ?? []);
  const texts = groups
    // A caller that a smaller group permits is also permitted by this one.
    .filter((group) => !groups.some((one) => isPartOf(one, group)))
    .map((group) => [...group].sort().join(" or "));
  return [...new Set(texts)].sort().join(", ") || "no scope";
}

function isPartOf(one: readonly string[], group: readonly string[]): boolean {
  return one.length < group.length && one.every((scope) => group.includes(scope));
}

/** What an operation names that no caller is permitted to see or use, whatever its scopes. */
export function closedToAll(needs: OperationAccess["needs"]): readonly string[] {
  return [...needs].flatMap(([coordinate, policy]) => (policy?.scopes.length ? [] : [coordinate]));
}
