import type { AskSubgraph } from "../transport/subgraph";
import { SubgraphOperation } from "../transport/subgraph-request";
import { pathsWithin } from "./conditional-paths";
import { type FindObjects, objectsAt } from "./places";
import {
  type PlacePath,
  type PlannedStep,
  type StepCondition,
  UnsupportedPlan,
} from "./plan-steps";
import { type Represent, representationOf } from "./represent";
import { renamedBack, type RewriteValue, rewriterOf } from "./rewrites";
import type { TypeConditions } from "./type-conditions";

/** Objects of the answer that a step is about. */
export interface Place {
  readonly path: PlacePath;
  readonly find: FindObjects;
}

/** One request to a subgraph, prepared to be made for any variables. */
export interface Step {
  readonly subgraph: AskSubgraph;
  readonly operation: SubgraphOperation;
  /** The caller's variables that it uses. */
  readonly variables: readonly string[];
  readonly conditions: readonly StepCondition[];
  /** The steps before it, by their index. */
  readonly after: readonly number[];
  readonly places: readonly Place[];
  /** Where they belong together. */
  readonly path: PlacePath;
  /** Names its entities; nothing where it asks for root fields. */
  readonly represent: Represent | undefined;
  readonly types: TypeConditions;
  /** Changes what comes back. */
  readonly rewrite: RewriteValue | undefined;
  /** What the caller calls what the subgraph knows by another name. */
  readonly renamed: ReadonlyMap<unknown, string>;
}

/**
 * Prepares a step of a plan that asks for what is at some paths under conditions alone.
 * @throws UnsupportedPlan for a subgraph that is not known
 */
export function prepareStep(
  { fetch, places, conditions, after }: PlannedStep,
  subgraphs: ReadonlyMap<string, AskSubgraph>,
  types: TypeConditions,
  conditional: ReadonlySet<string>,
): Step {
  const subgraph = subgraphs.get(fetch.serviceName);
  if (!subgraph) throw new UnsupportedPlan(fetch.serviceName);
  const optional = pathsWithin(conditional, places);
  const { requires, inputRewrites, outputRewrites } = fetch;
  return {
    subgraph,
    operation: new SubgraphOperation(fetch.operation, fetch.operationName),
    variables: fetch.variableUsages ?? [],
    conditions,
    after,
    places: places.map((path) => ({ path, find: objectsAt(path) })),
    path: commonPlace(places),
    represent:
      requires && representationOf(requires, rewriterOf(inputRewrites, types), types, optional),
    types,
    rewrite: rewriterOf(outputRewrites, types),
    renamed: renamedBack(outputRewrites),
  };
}

/** The path that leads to all places, with `@` at its end where they are different. */
function commonPlace([first = [], ...others]: readonly PlacePath[]): PlacePath {
  if (others.length === 0) return first;
  const differs = first.findIndex((name, index) => others.some((other) => other[index] !== name));
  return [...(differs < 0 ? first : first.slice(0, differs)), "@"];
}
