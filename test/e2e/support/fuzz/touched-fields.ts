import type { FederationFacts } from "./field-facts";

/**
 * Which fields could be without a value where some subgraphs answer wrongly: those they have, those that require such a
 * one, and those of objects whose keys only they connect.
 */
export function touchedBy(
  facts: FederationFacts,
  faulty: ReadonlySet<string>,
): (coordinate: string) => boolean {
  const known = new Map<string, boolean>();
  const touched = (coordinate: string): boolean => {
    const found = known.get(coordinate);
    if (found !== undefined) return found;
    known.set(coordinate, false);
    const is = isTouched(coordinate);
    known.set(coordinate, is);
    return is;
  };
  const isTouched = (coordinate: string): boolean => {
    const [type = "", field = ""] = coordinate.split(".");
    const identity = facts.identityOf(type);
    const isRoot = type === "Query" || type === "Mutation";
    const { typeName } = facts.of(type, field);
    const isOfFaulty = (name: string) => faulty.has(name);
    // Only those that know the interface know of what type its objects are.
    const knowTypes = facts.members.filter(
      ({ keys, interfaceObjects }) => keys.has(typeName) && !interfaceObjects.has(typeName),
    );
    if (facts.typesOf(typeName).length > 1 && facts.isEntity(typeName)) {
      if (knowTypes.some(({ name }) => isOfFaulty(name))) return true;
    }
    // What is selected of an object without keys comes with it.
    if (!isRoot && !facts.isEntity(identity)) return false;
    const owners = facts.ownersOf(type, field);
    const isKey = facts.ofKeys.has(`${identity}.${field}`);
    const hasOneKey = keyCount(facts, identity) < 2;
    if (isKey && hasOneKey) return false;
    if (owners.some(({ name }) => isOfFaulty(name))) return true;
    const connects = facts.members.filter(({ keys }) => (keys.get(identity)?.length ?? 0) > 1);
    if (!hasOneKey && connects.some(({ name }) => isOfFaulty(name))) return true;
    return facts.requiredBy(coordinate).some(touched);
  };
  return touched;
}

function keyCount(facts: FederationFacts, type: string): number {
  return Math.max(0, ...facts.members.map(({ keys }) => keys.get(type)?.length ?? 0));
}
