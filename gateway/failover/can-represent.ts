/**
 * True if a subgraph can resolve references that were made for another one: they must have every field of one of its
 * keys. Also true if there are no references.
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
