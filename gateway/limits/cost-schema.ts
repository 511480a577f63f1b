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
  const inputCosts = new InputCosts(inputs);
  const weightOfType = (name: string) => weights.get(name) ?? (builtInLeaves.has(name) ? 0 : 1);
  for (const type of definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const fields = (type.fields ?? []).map(
      (field) => [field.name.value, fieldCost(field, weightOfType, inputCosts)] as const,
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
  inputs: InputCosts,
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
    argumentCosts: inputs.of(given),
    argumentDefaults: new Map(
      given.flatMap(({ name, defaultValue }) =>
        defaultValue ? [[name.value, valueFromASTUntyped(defaultValue)] as const] : [],
      ),
    ),
  };
}

/** Finds what of arguments costs anything. An input can hold inputs of its own kind: what each costs is found once. */
class InputCosts {
  private readonly ofInputs = new Map<string, Map<string, InputCost>>();
  private readonly free: ReadonlySet<string>;

  constructor(private readonly inputs: Inputs) {
    this.free = freeInputs(inputs);
  }

  of(given: readonly InputValueDefinitionNode[]): Map<string, InputCost> {
    const costs = new Map<string, InputCost>();
    this.add(given, costs);
    return costs;
  }

  private add(given: readonly InputValueDefinitionNode[], costs: Map<string, InputCost>): void {
    for (const input of given) {
      const type = namedType(input.type);
      const weight = weightOf(input) ?? 0;
      const fields = this.ofInput(type);
      if (weight > 0 || this.costs(type)) costs.set(input.name.value, { weight, fields });
    }
  }

  private costs(type: string): boolean {
    return this.inputs.has(type) && !this.free.has(type);
  }

  /** What the fields of an input cost; where inputs hold one another, this is not complete before all are found. */
  private ofInput(type: string): Map<string, InputCost> {
    const known = this.ofInputs.get(type);
    if (known) return known;
    const costs = new Map<string, InputCost>();
    this.ofInputs.set(type, costs);
    if (this.costs(type)) this.add(this.inputs.get(type) ?? [], costs);
    return costs;
  }
}

/** The inputs with nothing in them that costs anything, at whatever depth. */
function freeInputs(inputs: Inputs): ReadonlySet<string> {
  const free = new Set(inputs.keys());
  const costs = ({ type, ...input }: InputValueDefinitionNode) => {
    const name = namedType(type);
    return (weightOf(input) ?? 0) > 0 || (inputs.has(name) && !free.has(name));
  };
  for (let before = -1; before !== free.size;) {
    before = free.size;
    for (const [name, fields] of inputs) if (fields.some(costs)) free.delete(name);
  }
  return free;
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
