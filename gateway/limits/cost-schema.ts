import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  introspectionTypes,
  Kind,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from "graphql";
import type { CostSchema, FieldCost, InputCost, ListSize } from "./field-cost";
import { introspectionSizes } from "./introspection-sizes";

/** Reads the costs from a composed schema: `@cost` and `@listSize` of https://specs.apollo.dev/cost/v0.1. */
export function costSchema(supergraphSdl: string): CostSchema {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const schema = new Map<string, Map<string, FieldCost>>();
  const weights = new Map<string, number>();
  for (const type of definitions) {
    if (
      type.kind === Kind.SCALAR_TYPE_DEFINITION ||
      type.kind === Kind.ENUM_TYPE_DEFINITION ||
      type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
    ) {
      weights.set(type.name.value, weightOf(type) ?? 0);
    }
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION) {
      weights.set(type.name.value, weightOf(type) ?? 1);
    }
  }
  const inputs = new Map(
    definitions.flatMap((type) =>
      type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
        ? [[type.name.value, type.fields ?? []] as const]
        : [],
    ),
  );
  const weightOfType = (name: string) => weights.get(name) ?? (builtInLeaves.has(name) ? 0 : 1);
  for (const type of definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const fields = (type.fields ?? []).map(
      (field) => [field.name.value, fieldCost(field, weightOfType, inputs)] as const,
    );
    schema.set(type.name.value, new Map(fields));
  }
  for (const [name, fields] of introspectionSizes(definitions, introspectionTypes)) {
    schema.set(name, fields);
  }
  return schema;
}

const builtInLeaves: ReadonlySet<string> = new Set(["Int", "Float", "String", "Boolean", "ID"]);

/** The fields of each input. */
type Inputs = ReadonlyMap<string, readonly InputValueDefinitionNode[]>;

function fieldCost(
  field: FieldDefinitionNode,
  weightOfType: (name: string) => number,
  inputs: Inputs,
): FieldCost {
  const type = namedType(field.type);
  const given = field.arguments ?? [];
  const size = listSize(field);
  return {
    weight: weightOf(field) ?? 0,
    elementWeight: weightOfType(type),
    type,
    isList: isList(field.type),
    ...(size && { size }),
    argumentCosts: inputCosts(given, inputs),
    argumentDefaults: new Map(
      given.flatMap(({ name, defaultValue }) =>
        defaultValue ? [[name.value, valueFromASTUntyped(defaultValue)] as const] : [],
      ),
    ),
  };
}

/** What of these costs anything. An input within one of its own kind weighs no more for that. */
function inputCosts(
  given: readonly InputValueDefinitionNode[],
  inputs: Inputs,
  outer: readonly string[] = [],
): ReadonlyMap<string, InputCost> {
  return new Map(
    given.flatMap((input) => {
      const type = namedType(input.type);
      const own = outer.includes(type) ? [] : (inputs.get(type) ?? []);
      const cost = {
        weight: weightOf(input) ?? 0,
        fields: inputCosts(own, inputs, [...outer, type]),
      };
      return cost.weight === 0 && cost.fields.size === 0 ? [] : [[input.name.value, cost] as const];
    }),
  );
}

interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[];
}

function weightOf(node: WithDirectives): number | undefined {
  const weight = argumentsOf(node, "cost")?.get("weight");
  return weight === undefined ? undefined : Number(valueFromASTUntyped(weight));
}

function listSize(field: FieldDefinitionNode): ListSize | undefined {
  const given = argumentsOf(field, "listSize");
  if (!given || isNestedList(field.type)) return undefined;
  const assumed = given.get("assumedSize");
  return {
    ...(assumed?.kind === Kind.INT && { assumed: Number(assumed.value) }),
    slicing: strings(given.get("slicingArguments")),
    sized: new Set(strings(given.get("sizedFields"))),
  };
}

function argumentsOf(node: WithDirectives, directive: string) {
  const found = node.directives?.find(({ name }) => name.value === directive);
  return (
    found && new Map((found.arguments ?? []).map(({ name, value }) => [name.value, value] as const))
  );
}

function strings(value: ConstValueNode | undefined): string[] {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : []));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

/** A list of lists: no directive says how long those within are. */
function isNestedList(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isNestedList(type.type);
  return type.kind === Kind.LIST_TYPE && isList(type.type);
}
