/** How an operation is answered by several subgraphs, as far as the executor reads it. */
export interface QueryPlan {
  /** Nothing where no subgraph is needed. */
  readonly node?: PlanNode | undefined;
}

/** A part of a plan. */
export type PlanNode =
  | SequenceNode
  | ParallelNode
  | FlattenNode
  | ConditionNode
  | FetchNode
  | UnsupportedNode;

/** Parts of which each needs what those before it gave. */
export interface SequenceNode {
  readonly kind: "Sequence";
  readonly nodes: readonly PlanNode[];
}

/** Parts that do not need each other. */
export interface ParallelNode {
  readonly kind: "Parallel";
  readonly nodes: readonly PlanNode[];
}

/** A part about the objects at a path; `@` stands for all elements of a list. */
export interface FlattenNode {
  readonly kind: "Flatten";
  readonly path: readonly (string | number)[];
  readonly node: PlanNode;
}

/** A part for each value of a variable. */
export interface ConditionNode {
  readonly kind: "Condition";
  /** The variable's name. */
  readonly condition: string;
  readonly ifClause?: PlanNode;
  readonly elseClause?: PlanNode;
}

/** One request to a subgraph. */
export interface FetchNode {
  readonly kind: "Fetch";
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName?: string | undefined;
  /** The variables of the caller that it uses. */
  readonly variableUsages?: readonly string[];
  /** What entities are named by; nothing where it asks for root fields. */
  readonly requires?: readonly RequiredSelection[];
  readonly inputRewrites?: readonly Rewrite[];
  readonly outputRewrites?: readonly Rewrite[];
  readonly contextRewrites?: readonly Rewrite[];
}

/** What this executor does not execute. */
export interface UnsupportedNode {
  readonly kind: "Defer" | "Subscription";
}

/** A part of what an entity is named by. */
export type RequiredSelection =
  | {
      readonly kind: "Field";
      readonly name: string;
      readonly alias?: string;
      readonly selections?: readonly RequiredSelection[];
    }
  | {
      readonly kind: "InlineFragment";
      readonly typeCondition?: string;
      readonly selections: readonly RequiredSelection[];
    };

/** A change of what is sent or received: a value that is set, or a name that is replaced. */
export type Rewrite =
  | {
      readonly kind: "ValueSetter";
      readonly path: readonly string[];
      readonly setValueTo: unknown;
    }
  | {
      readonly kind: "KeyRenamer";
      readonly path: readonly string[];
      readonly renameKeyTo: string;
    };
