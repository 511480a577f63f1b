import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  valueFromASTUntyped,
  type ValueNode,
} from "graphql";
import type { FieldCost, InputCost } from "./field-cost";

/** The values of the arguments of an operation's fields: as given, from its variables, or by default. */
export class ArgumentValues {
  /** Whether a value was asked for that could be another with other variables. */
  dependsOnVariables = false;
  private readonly variables: ReadonlyMap<string, unknown>;

  constructor(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>) {
    this.variables = valuesOf(operation, given);
  }

  /** The value of one argument; `undefined` where it has none. */
  of(node: FieldNode, { argumentDefaults }: FieldCost, name: string): unknown {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const value = given && this.valueOf(given);
    return value === undefined ? argumentDefaults.get(name) : value;
  }

  /** The weight of the arguments that have a value, and of what is in them: a list weighs as often as it has elements. */
  weight(node: FieldNode, field: FieldCost): number {
    let weight = 0;
    for (const [name, cost] of field.argumentCosts) {
      weight += weightOf(this.of(node, field, name), cost);
    }
    return weight;
  }

  private valueOf(node: ValueNode): unknown {
    switch (node.kind) {
      case Kind.VARIABLE:
        this.dependsOnVariables = true;
        return this.variables.get(node.name.value);
      case Kind.LIST:
      case Kind.OBJECT:
        this.dependsOnVariables ||= holdsVariable(node);
        return valueFromASTUntyped(node, Object.fromEntries(this.variables));
      default:
        return valueFromASTUntyped(node);
    }
  }
}

function holdsVariable(node: ValueNode): boolean {
  switch (node.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return node.values.some(holdsVariable);
    case Kind.OBJECT:
      return node.fields.some(({ value }) => holdsVariable(value));
    default:
      return false;
  }
}

function weightOf(value: unknown, cost: InputCost): number {
  if (value === null || value === undefined) return 0;
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
  let weight = elements.length * cost.weight;
  for (const element of cost.fields.size === 0 ? [] : elements) {
    const fields = (element ?? {}) as Readonly<Record<string, unknown>>;
    for (const [name, inner] of cost.fields) weight += weightOf(fields[name], inner);
  }
  return weight;
}

/** The variables of an operation that have a value, given or by default. */
function valuesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { variable, defaultValue } of variableDefinitions) {
    const { value: name } = variable.name;
    if (Object.hasOwn(given, name) && given[name] !== undefined) values.set(name, given[name]);
    else if (defaultValue) values.set(name, valueFromASTUntyped(defaultValue));
  }
  return values;
}
