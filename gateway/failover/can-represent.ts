/**
 * True if a subgraph can resolve references that were made for another one: they must have every field of one of its
 * keys. Also true if there are no references.
 */
export function canRepresent(
  representations: readonly string[] | undefined,
  keys: ReadonlyMap<string, readonly ReadonlySet<string>[]>,
): boolean {
  return (representations ?? []).every((json) => {
    const representation = JSON.parse(json) as Readonly<Record<string, unknown>>;
    return keys
      .get(String(representation["__typename"]))
      ?.some((key) => [...key].every((field) => representation[field] !== undefined));
  });
}
