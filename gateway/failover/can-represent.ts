/**
 * Whether a subgraph understands references to entities that were made for another one: it needs a key of which they
 * hold every field. True where there are no references.
 */
export function canRepresent(
  representations: unknown,
  keys: ReadonlyMap<string, readonly ReadonlySet<string>[]>,
): boolean {
  if (!Array.isArray(representations)) return true;
  return representations.every((representation: Readonly<Record<string, unknown>>) =>
    keys
      .get(String(representation["__typename"]))
      ?.some((key) => [...key].every((field) => representation[field] !== undefined)),
  );
}
