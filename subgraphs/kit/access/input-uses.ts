import {
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { namedTypeOf, nodeTypeOf } from "./node-type";

/** A filter field or an ordering, and the field of the nodes that it could disclose. */
export interface InputUse {
  readonly coordinate: string;
  readonly node: string;
  readonly field: string;
  /** True for a filter field with conditions on related records. */
  readonly isRelation: boolean;
  /** Their type, where the node has a field that shows them. */
  readonly related?: string | undefined;
}

/** The object types of a schema, by name. */
export type ObjectTypes = ReadonlyMap<string, ObjectTypeDefinitionNode>;

/** How the inputs of lists are used, also within conditions on related records, at whatever depth. */
export function usesOfInputs(
  definitions: readonly DefinitionNode[],
  types: ObjectTypes,
): readonly InputUse[] {
  const inputs = new Map<string, InputObjectTypeDefinitionNode>();
  const enums = new Map<string, EnumTypeDefinitionNode>();
  for (const node of definitions) {
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) inputs.set(node.name.value, node);
    if (node.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(node.name.value, node);
  }
  const uses: InputUse[] = [];
  const known = new Set<string>();
  const use = (input: InputObjectTypeDefinitionNode | undefined, node: string): void => {
    if (!input || known.has(`${input.name.value} ${node}`)) return;
    known.add(`${input.name.value} ${node}`);
    for (const each of input.fields ?? []) {
      const type = namedTypeOf(each.type);
      const coordinate = `${input.name.value}.${each.name.value}`;
      const ofOne = relatedFilter(inputs.get(type), inputs);
      // `and`, `or` and `not` are about the same records.
      if (ofOne?.name.value === input.name.value && isCombination(each)) continue;
      const field = ofOne ? fieldOfRelation(each, types.get(node)) : each.name.value;
      const related = ofOne && relatedNode(node, field, types);
      uses.push({ coordinate, node, field, isRelation: ofOne !== undefined, related });
      if (related !== undefined) use(ofOne, related);
      for (const value of each.name.value === "by" ? (enums.get(type)?.values ?? []) : []) {
        const name = value.name.value;
        const field = camelCase(name);
        uses.push({ coordinate: `${type}.${name}`, node, field, isRelation: false });
      }
    }
  };
  for (const { fields = [] } of types.values()) {
    for (const field of fields) {
      const returned = types.get(namedTypeOf(field.type));
      const node = returned && nodeTypeOf(returned);
      if (node === undefined) continue;
      for (const argument of field.arguments ?? [])
        use(inputs.get(namedTypeOf(argument.type)), node);
    }
  }
  return uses;
}

/** The filter of one related record that an input is, or has in `some`; `undefined` for an input of another kind. */
function relatedFilter(
  input: InputObjectTypeDefinitionNode | undefined,
  inputs: ReadonlyMap<string, InputObjectTypeDefinitionNode>,
): InputObjectTypeDefinitionNode | undefined {
  const typeOf = (name: string) => {
    const field = input?.fields?.find((each) => each.name.value === name);
    return field && namedTypeOf(field.type);
  };
  if (input && typeOf("not") === input.name.value) return input;
  const some = typeOf("some");
  return some === undefined ? undefined : inputs.get(some);
}

function isCombination({ name }: InputValueDefinitionNode): boolean {
  return name.value === "and" || name.value === "or" || name.value === "not";
}

/** `organizationIs` is about `organization`, whose name a filter by its code has. */
function fieldOfRelation(
  { name }: InputValueDefinitionNode,
  node: ObjectTypeDefinitionNode | undefined,
): string {
  const has = (field: string) => node?.fields?.some((each) => each.name.value === field) ?? false;
  const short = name.value.replace(/Is$/, "");
  return !has(name.value) && has(short) ? short : name.value;
}

/** The type of the records that a field of a type shows. */
function relatedNode(node: string, field: string, types: ObjectTypes): string | undefined {
  const shown = types.get(node)?.fields?.find(({ name }) => name.value === field);
  const returned = shown && types.get(namedTypeOf(shown.type));
  return returned && (nodeTypeOf(returned) ?? returned.name.value);
}

function camelCase(value: string): string {
  return value.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
