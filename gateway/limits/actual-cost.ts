import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from "graphql";
import { ArgumentValues } from "./argument-values";
import type { CostSchema } from "./field-cost";
import type { OperationToEstimate } from "./estimate-cost";

/**
 * The actual cost of an operation that was answered with `data`, by the weights of the estimate; introspection does not
 * count.
 */
export function actualCost(
  schema: CostSchema,
  { document, operation, variables }: OperationToEstimate,
  data: unknown,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const root = operation.operation === OperationTypeNode.MUTATION ? "Mutation" : "Query";
  const values = new ArgumentValues(operation, variables);
  return new Answered({ schema, fragments, values }, [[operation.selectionSet, root]]).costOf(data);
}

/** What was asked, and of which schema. */
interface Asked {
  readonly schema: CostSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly values: ArgumentValues;
}

type Selected = readonly [selection: SelectionSetNode, type: string];

/** A field of an answer: its own weight, the weight of each of its objects, and what is selected of them. */
interface AnsweredField {
  readonly weight: number;
  readonly elementWeight: number;
  readonly selected: Selected[];
  element?: Answered;
}

/** The objects at one place of an answer. What is selected of them is computed once, and only if there are any. */
class Answered {
  private fields: ReadonlyMap<string, AnsweredField> | undefined;

  constructor(
    private readonly asked: Asked,
    private readonly selected: readonly Selected[],
  ) {}

  costOf(object: unknown): number {
    if (typeof object !== "object" || object === null) return 0;
    this.fields ??= this.fieldsOf();
    let cost = 0;
    for (const [key, value] of Object.entries(object)) {
      const field = this.fields.get(key);
      if (field) cost += field.weight + this.costOfValue(field, value);
    }
    return cost;
  }

  private costOfValue(field: AnsweredField, value: unknown): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) {
      let cost = 0;
      for (const each of value) cost += this.costOfValue(field, each);
      return cost;
    }
    if (field.selected.length === 0) return field.elementWeight;
    field.element ??= new Answered(this.asked, field.selected);
    return field.elementWeight + field.element.costOf(value);
  }

  private fieldsOf(): ReadonlyMap<string, AnsweredField> {
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
    return fields;
  }

  private add(fields: Map<string, AnsweredField>, node: FieldNode, type: string): void {
    const cost = this.asked.schema.get(type)?.get(node.name.value);
    if (!cost || node.name.value.startsWith("__")) return;
    const key = node.alias?.value ?? node.name.value;
    const field = fields.get(key) ?? {
      weight: cost.weight + this.asked.values.weight(node, cost),
      elementWeight: cost.elementWeight,
      selected: [],
    };
    if (node.selectionSet) field.selected.push([node.selectionSet, cost.type]);
    fields.set(key, field);
  }
}
