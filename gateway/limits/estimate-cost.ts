import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { ArgumentValues } from "./argument-values";
import type { CostSchema, FieldCost, ListSize } from "./field-cost";

/** What an operation can cost at most. */
export interface EstimatedCost {
  /** Of the data. */
  readonly cost: number;
  /** The cost of introspection: about the number of objects in its answer. */
  readonly introspection: number;
  /** The number of fields of data with fragments expanded, each counted as often as it occurs. */
  readonly fields: number;
}

/** An operation to run, and what it is run with. */
export interface OperationToEstimate {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The highest cost; anything above it, or of unknown length, counts as this. */
export const greatestCost = Number.MAX_SAFE_INTEGER;

/** What a selection costs for one object. */
interface SelectionCost extends EstimatedCost {
  /** The cost of one element of the lists whose length the field above determines, by the name of their field. */
  readonly sized: ReadonlyMap<string, number>;
}

const free: SelectionCost = { cost: 0, introspection: 0, fields: 0, sized: new Map() };

/**
 * What an operation can cost at most, by the IBM GraphQL cost specification: each object that can be in the answer
 * weighs 1, each field and argument with a `@cost` weighs that (a list for each of its elements), and lists have the
 * greatest length that their `@listSize` permits. Every selection counts as often as it occurs, under every alias,
 * whatever `@skip` and `@include` say.
 *
 * Takes time in proportion to the document's length: a fragment is estimated once. The document must have been
 * validated against the schema.
 */
export function estimateCost(schema: CostSchema, given: OperationToEstimate): EstimatedCost {
  return estimated(schema, given).estimate;
}

/** Makes an {@link estimateCost} that estimates an operation once where no value of a variable changes what it costs. */
export function keptEstimates(schema: CostSchema): (given: OperationToEstimate) => EstimatedCost {
  const kept = new WeakMap<OperationDefinitionNode, EstimatedCost>();
  return (given) => {
    const known = kept.get(given.operation);
    if (known) return known;
    const { estimate, dependsOnVariables } = estimated(schema, given);
    if (!dependsOnVariables) kept.set(given.operation, estimate);
    return estimate;
  };
}

function estimated(schema: CostSchema, { document, operation, variables }: OperationToEstimate) {
  const root = rootTypes[operation.operation];
  const values = new ArgumentValues(operation, variables);
  const estimate = new Estimate(schema, document, values);
  const { cost, introspection, fields, sized } = estimate.ofSelection(operation.selectionSet, root);
  const unknown = sized.size > 0 ? greatestCost : 0;
  return {
    estimate: { cost: atMost(cost + unknown), introspection, fields },
    dependsOnVariables: values.dependsOnVariables,
  };
}

/** What each selection at the top of an operation can cost by itself; takes no longer than estimating the operation. */
export function selectionCosts(
  schema: CostSchema,
  { document, operation, variables }: OperationToEstimate,
): ReadonlyMap<SelectionNode, number> {
  const { kind, selections } = operation.selectionSet;
  const estimate = new Estimate(schema, document, new ArgumentValues(operation, variables));
  const costOf = (selection: SelectionNode) => {
    const alone = { kind, selections: [selection] };
    const { cost, introspection, fields } = estimate.ofSelection(
      alone,
      rootTypes[operation.operation],
    );
    return atMost(cost + introspection + fields);
  };
  return new Map(selections.map((selection) => [selection, costOf(selection)]));
}

const rootTypes = { query: "Query", mutation: "Mutation", subscription: "Subscription" } as const;

class Estimate {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly ofFragments = new Map<string, SelectionCost>();

  constructor(
    private readonly schema: CostSchema,
    { definitions }: DocumentNode,
    private readonly values: ArgumentValues,
  ) {
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  ofSelection({ selections }: SelectionSetNode, type: string): SelectionCost {
    let cost = 0;
    let introspection = 0;
    let fields = 0;
    const sized = new Map<string, number>();
    for (const selection of selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.ofField(selection, type)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.ofFragment(selection.name.value)
            : this.ofSelection(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      cost = atMost(cost + part.cost);
      introspection = atMost(introspection + part.introspection);
      fields = atMost(fields + part.fields);
      for (const [name, each] of part.sized) sized.set(name, atMost((sized.get(name) ?? 0) + each));
    }
    return { cost, introspection, fields, sized };
  }

  private ofFragment(name: string): SelectionCost {
    const known = this.ofFragments.get(name);
    if (known) return known;
    // Validation has refused circular fragments; here the walk must only end.
    this.ofFragments.set(name, free);
    const fragment = this.fragments.get(name);
    const cost = fragment
      ? this.ofSelection(fragment.selectionSet, fragment.typeCondition.name.value)
      : free;
    this.ofFragments.set(name, cost);
    return cost;
  }

  private ofField(node: FieldNode, type: string): SelectionCost {
    const name = node.name.value;
    if (name === "__typename") return { ...free, fields: 1 };
    if (name === "__schema" || name === "__type") {
      // Introspection is not planned: its fields do not count, and its answer has a limit of its own.
      const { cost, sized } = this.ofSelectionOf(node, name === "__type" ? "__Type" : "__Schema");
      return { ...free, introspection: sized.size > 0 ? greatestCost : atMost(cost + 1) };
    }
    const field = this.schema.get(type)?.get(name);
    if (!field) return { ...free, cost: greatestCost };
    const { cost, sized, ...inner } = this.ofSelectionOf(node, field.type);
    const one = { ...free, fields: atMost(1 + inner.fields) };
    const length = field.size && this.lengthOf(node, field, field.size);
    let element = field.elementWeight + cost;
    for (const [list, each] of sized) {
      element += field.size?.sized.has(list) ? times(length, each) : greatestCost;
    }
    const asked = field.weight + this.values.weight(node, field);
    if (!field.isList) return { ...one, cost: atMost(asked + element) };
    if (field.size?.sized.size === 0) {
      return { ...one, cost: atMost(asked + times(length, element)) };
    }
    return { ...one, cost: asked, sized: new Map([[name, atMost(element)]]) };
  }

  private ofSelectionOf({ selectionSet }: FieldNode, type: string): SelectionCost {
    return selectionSet ? this.ofSelection(selectionSet, type) : free;
  }

  /** The greatest length of the lists that `size` is about; undefined if it is not known. */
  private lengthOf(node: FieldNode, field: FieldCost, size: ListSize): number | undefined {
    const lengths = size.slicing
      .map((name) => this.values.of(node, field, name))
      .filter((value): value is number => Number.isSafeInteger(value));
    return lengths.length > 0 ? Math.max(0, ...lengths) : size.assumed;
  }
}

function times(length: number | undefined, each: number): number {
  return length === undefined ? greatestCost : atMost(length * each);
}

function atMost(cost: number): number {
  return Math.min(cost, greatestCost);
}
