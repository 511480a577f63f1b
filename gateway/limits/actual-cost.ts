import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from "graphql";
import { ArgumentValues } from "./argument-values";
import type { CostSchema, FieldCost } from "./field-cost";
import type { OperationToEstimate } from "./estimate-cost";

/** The actual cost of an operation that was answered with `data`. */
export type ActualCost = (given: OperationToEstimate, data: unknown) => number;

/**
 * Makes what computes actual costs, by the weights of the estimate; introspection does not count. What can be asked for
 * at each place of an answer is found once for an operation.
 */
export function actualCosts(schema: CostSchema): ActualCost {
  const kept = new WeakMap<OperationDefinitionNode, AnsweredObject>();
  return ({ document, operation, variables }, data) => {
    let root = kept.get(operation);
    if (!root) {
      const type = operation.operation === OperationTypeNode.MUTATION ? "Mutation" : "Query";
      root = new AnsweredObject({ schema, fragments: fragmentsOf(document) }, [
        [operation.selectionSet, type],
      ]);
      kept.set(operation, root);
    }
    return root.costOf(data, new Weights(new ArgumentValues(operation, variables)));
  };
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  return fragments;
}

/** What was asked, and of which schema. */
interface Asked {
  readonly schema: CostSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

type Selected = readonly [selection: SelectionSetNode, type: string];

/** A field of an answer: what is asked with it, and what is selected of its objects. */
interface AnsweredField {
  readonly key: string;
  readonly node: FieldNode;
  readonly cost: FieldCost;
  readonly selected: Selected[];
  element?: AnsweredObject;
}

/** The weights of the fields of one request: those of their arguments depend on its variables. */
class Weights {
  private readonly known = new Map<AnsweredField, number>();

  constructor(private readonly values: ArgumentValues) {}

  of(field: AnsweredField): number {
    const { node, cost } = field;
    if (cost.argumentCosts.size === 0) return cost.weight;
    const known = this.known.get(field);
    if (known !== undefined) return known;
    const weight = cost.weight + this.values.weight(node, cost);
    this.known.set(field, weight);
    return weight;
  }
}

/** The objects at one place of an answer. What is selected of them is found once, and only if there are any. */
class AnsweredObject {
  private fields: readonly AnsweredField[] | undefined;

  constructor(
    private readonly asked: Asked,
    private readonly selected: readonly Selected[],
  ) {}

  costOf(object: unknown, weights: Weights): number {
    if (typeof object !== "object" || object === null) return 0;
    this.fields ??= this.fieldsThatCost();
    let cost = 0;
    for (const field of this.fields) {
      if (!Object.hasOwn(object, field.key)) continue;
      const value = (object as Readonly<Record<string, unknown>>)[field.key];
      cost += weights.of(field) + this.costOfValue(field, value, weights);
    }
    return cost;
  }

  private costOfValue(field: AnsweredField, value: unknown, weights: Weights): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) {
      let cost = 0;
      for (const each of value) cost += this.costOfValue(field, each, weights);
      return cost;
    }
    const { elementWeight } = field.cost;
    if (field.selected.length === 0) return elementWeight;
    field.element ??= new AnsweredObject(this.asked, field.selected);
    return elementWeight + field.element.costOf(value, weights);
  }

  /** Without those that never cost anything, which most leaves are. */
  private fieldsThatCost(): readonly AnsweredField[] {
    const fields = new Map<string, AnsweredField>();
    const spread = new Set<string>();
    const pending = [...this.selected];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const [{ selections }, type] = next;
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          this.add(fields, selection, type);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          pending.push([selection.selectionSet, selection.typeCondition?.name.value ?? type]);
        } else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          const fragment = this.asked.fragments.get(selection.name.value);
          if (fragment) pending.push([fragment.selectionSet, fragment.typeCondition.name.value]);
        }
      }
    }
    return [...fields.values()].filter(
      ({ cost, selected }) =>
        selected.length > 0 || cost.weight + cost.elementWeight + cost.argumentCosts.size > 0,
    );
  }

  private add(fields: Map<string, AnsweredField>, node: FieldNode, type: string): void {
    const cost = this.asked.schema.get(type)?.get(node.name.value);
    if (!cost || node.name.value.startsWith("__")) return;
    const key = node.alias?.value ?? node.name.value;
    const field = fields.get(key) ?? { key, node, cost, selected: [] };
    if (node.selectionSet) field.selected.push([node.selectionSet, cost.type]);
    fields.set(key, field);
  }
}
