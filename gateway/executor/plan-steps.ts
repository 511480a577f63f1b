import type { FetchNode, PlanNode, QueryPlan } from "../planning/query-plan";

/** A variable that must have a value. */
export interface StepCondition {
  readonly variable: string;
  readonly value: boolean;
}

/** A path to objects in an answer: names, and `@` for all elements of a list. */
export type PlacePath = readonly string[];

/** One request to a subgraph, and when it is made. */
export interface PlannedStep {
  readonly fetch: FetchNode;
  /** The objects that it is about; the top of the answer by an empty path. */
  readonly places: readonly PlacePath[];
  /** Without them it is not made. */
  readonly conditions: readonly StepCondition[];
  /** The steps before it, by their index. */
  readonly after: readonly number[];
}

/** A plan with parts that this executor does not execute. */
export class UnsupportedPlan extends Error {}

/**
 * The requests of a plan, each after those that it needs.
 * @throws UnsupportedPlan before anything is asked
 */
export function planSteps({ node }: QueryPlan): readonly PlannedStep[] {
  const reader = new PlanReader();
  if (node) reader.read(node, { place: [], conditions: [], after: [] });
  return reader.steps;
}

/** Where in the plan a node is. */
type Position = Pick<PlannedStep, "conditions" | "after"> & { readonly place: PlacePath };

class PlanReader {
  readonly steps: PlannedStep[] = [];

  /** Adds the steps of a node, and returns the indices of those that end it. */
  read(node: PlanNode, position: Position): readonly number[] {
    switch (node.kind) {
      case "Sequence":
        return this.sequence(node.nodes, position);
      case "Parallel":
        return node.nodes.flatMap((each) => this.read(each, position));
      case "Flatten":
        return this.read(node.node, {
          ...position,
          place: [...position.place, ...node.path.map(String)],
        });
      case "Condition": {
        const { condition: variable, ifClause, elseClause } = node;
        return [
          ...this.clause(ifClause, { variable, value: true }, position),
          ...this.clause(elseClause, { variable, value: false }, position),
        ];
      }
      case "Fetch":
        return [this.fetch(node, position)];
      case "Defer":
      case "Subscription":
        throw new UnsupportedPlan(node.kind);
    }
  }

  private sequence(nodes: readonly PlanNode[], position: Position): readonly number[] {
    let ends: readonly number[] = [];
    for (const node of nodes) {
      const after = ends.length > 0 ? ends : position.after;
      const own = this.read(node, { ...position, after });
      if (own.length > 0) ends = own;
    }
    return ends;
  }

  private clause(
    node: PlanNode | undefined,
    condition: StepCondition,
    position: Position,
  ): readonly number[] {
    if (!node) return [];
    return this.read(node, { ...position, conditions: [...position.conditions, condition] });
  }

  private fetch(fetch: FetchNode, { place, conditions, after }: Position): number {
    if (fetch.contextRewrites && fetch.contextRewrites.length > 0) {
      throw new UnsupportedPlan("contextRewrites");
    }
    return this.steps.push({ fetch, places: [place], conditions, after }) - 1;
  }
}
