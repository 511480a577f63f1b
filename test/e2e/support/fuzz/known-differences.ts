import type { FuzzCase } from "./case";
import type { faultKinds } from "./response-fault";

/** A way in which answers are known to differ from those of one schema. */
export interface KnownDifference {
  readonly why: string;
  readonly isOfIt: (problem: string, fuzzCase: FuzzCase) => boolean;
}

const unreportedKinds: ReadonlySet<string> = new Set<(typeof faultKinds)[number]>([
  "field is missing",
]);

/** What the subgraph has of the interface that it knows as one type. */
const ofInterfaceObject = /\b(insured|cover)\b/;

/**
 * What is known to be answered wrongly. Each entry is to be removed once it is answered rightly.
 */
export const knownDifferences: readonly KnownDifference[] = [
  {
    why: "The planner asks an interface object for the fields of all its types, so that errors can be about what is not in the answer.",
    isOfIt: (problem, { query }) =>
      problem.startsWith("an error about") &&
      problem.endsWith("nothing failed") &&
      ofInterfaceObject.test(query),
  },
  {
    why: "A field that is missing from an answer is taken for null, where that may be: there is no error.",
    isOfIt: (problem, { faults }) =>
      problem.endsWith("which no error explains") &&
      faults.responses?.some(({ kind }) => unreportedKinds.has(kind)) === true,
  },
];
