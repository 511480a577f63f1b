import type { OperationAccess } from "../../subgraphs/kit/access/operation-access";

/**
 * Says which scopes a caller must have for all that an operation names, as `dispatch:persons, published or
 * dispatch:records`. What the operation sets through variables may need more.
 */
export function neededScopes(needs: OperationAccess["needs"]): string {
  const groups = [...needs.values()].map((policy) => policy?.scopes ?? []);
  const texts = groups
    // Whoever is let in by a smaller group is let in by this one too.
    .filter((group) => !groups.some((one) => isPartOf(one, group)))
    .map((group) => [...group].sort().join(" or "));
  return [...new Set(texts)].sort().join(", ") || "no scope";
}

function isPartOf(one: readonly string[], group: readonly string[]): boolean {
  return one.length < group.length && one.every((scope) => group.includes(scope));
}

/** What an operation names that no caller may see or use, whatever its scopes. */
export function closedToAll(needs: OperationAccess["needs"]): readonly string[] {
  return [...needs].flatMap(([coordinate, policy]) => (policy?.scopes.length ? [] : [coordinate]));
}
