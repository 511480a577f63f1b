import { SubgraphFailure } from "../context/subgraph-failure";

/** Whose data an answer holds. */
export interface AnsweredPersons {
  /** Each by kind and id, as `official:12`. */
  readonly persons: readonly string[];
  /** What was counted of persons who are not named, as `Official 1931`. */
  readonly counted: readonly string[];
}

/** A kind and an id, as `official:12`. */
const person = /^[a-z][a-z-]{0,39}:[\w.~-]{1,100}$/;
/** A type and a number, as `Official 1931`. */
const count = /^[A-Z]\w{0,79} \d{1,12}$/;

/**
 * The persons whose data a subgraph's answer holds, from its `extensions.persons` and `extensions.counted`; none if these
 * are missing.
 * @throws SubgraphFailure `SUBGRAPH_INVALID_RESPONSE` if these are not lists of persons and counts
 */
export function personsOf(subgraph: string, extensions: unknown): AnsweredPersons {
  const { persons = [], counted = [] } = (extensions ?? {}) as Partial<
    Record<keyof AnsweredPersons, unknown>
  >;
  if (isListOf(persons, person) && isListOf(counted, count)) return { persons, counted };
  const cause = new Error(
    "Expected extensions.persons to be a list of persons as official:12, and extensions.counted one of counts as Official 1931.",
  );
  throw new SubgraphFailure(subgraph, "SUBGRAPH_INVALID_RESPONSE", { cause });
}

function isListOf(value: unknown, form: RegExp): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string" && form.test(one));
}
