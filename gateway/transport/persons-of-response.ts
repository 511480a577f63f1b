import { SubgraphFailure } from "../errors/subgraph-failure";
import type { SubgraphResponse } from "./subgraph-request";

/** A kind and an id, as `official:12`. */
const person = /^[a-z][a-z-]{0,39}:[\w.~-]{1,100}$/;

/**
 * Whose data a subgraph's answer holds, as it says in `extensions.persons`; nobody's where it says nothing.
 * @throws SubgraphFailure `SUBGRAPH_INVALID_RESPONSE` where that is no list of persons
 */
export function personsOf(
  subgraph: string,
  { extensions }: Pick<SubgraphResponse, "extensions">,
): readonly string[] {
  const persons: unknown = extensions?.["persons"];
  if (persons === undefined) return [];
  if (Array.isArray(persons) && persons.every(isPerson)) return persons;
  const cause = new Error("Expected extensions.persons to be a list of persons as official:12.");
  throw new SubgraphFailure(subgraph, "SUBGRAPH_INVALID_RESPONSE", { cause });
}

function isPerson(value: unknown): value is string {
  return typeof value === "string" && person.test(value);
}
