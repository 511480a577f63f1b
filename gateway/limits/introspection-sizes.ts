import {
  type DefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
} from "graphql";
import type { FieldCost } from "./field-cost";

/**
 * The costs of introspection: one for each object, and for each list the length of the longest in the schema. So the
 * size of a document that goes round in circles is known before it is answered.
 */
export function introspectionSizes(
  definitions: readonly DefinitionNode[],
  types: readonly GraphQLNamedType[],
): [string, Map<string, FieldCost>][] {
  const longest = longestLists(definitions);
  return types.filter(isObjectType).map((type) => [
    type.name,
    new Map(
      Object.values(type.getFields()).map((field) => {
        const given = getNamedType(field.type);
        const isList = isListType(getNullableType(field.type));
        return [
          field.name,
          {
            weight: 0,
            elementWeight: isCompositeType(given) ? 1 : 0,
            type: given.name,
            isList,
            ...(isList && {
              size: { assumed: longest.get(field.name) ?? 50, slicing: [], sized: new Set() },
            }),
            argumentCosts: new Map(),
            argumentDefaults: new Map(),
          },
        ];
      }),
    ),
  ]);
}

/** The longest list of the schema for each list field of introspection. */
function longestLists(definitions: readonly DefinitionNode[]): ReadonlyMap<string, number> {
  const longest = new Map([
    // Besides the schema's own, those of the specification.
    ["types", definitions.length + 20],
    ["directives", definitions.length + 10],
    ["locations", 20],
    ["interfaces", 1],
    ["possibleTypes", 1],
  ]);
  const note = (name: string, length = 0) =>
    longest.set(name, Math.max(longest.get(name) ?? 1, length));
  const implementations = new Map<string, number>();
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name } of node.interfaces ?? []) {
      const many = (implementations.get(name.value) ?? 0) + 1;
      implementations.set(name.value, many);
      note("possibleTypes", many);
    }
  }
  for (const node of definitions) {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        note("fields", node.fields?.length);
        note("interfaces", node.interfaces?.length);
        for (const field of node.fields ?? []) note("args", field.arguments?.length);
        break;
      case Kind.DIRECTIVE_DEFINITION:
        note("args", node.arguments?.length);
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        note("inputFields", node.fields?.length);
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        note("enumValues", node.values?.length);
        break;
      case Kind.UNION_TYPE_DEFINITION:
        note("possibleTypes", node.types?.length);
        break;
      default:
    }
  }
  return longest;
}
