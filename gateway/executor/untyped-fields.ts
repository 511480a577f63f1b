import { shouldIncludeNode } from "@graphql-tools/utils";
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** What decides which fields are selected. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** Fields by their response name. */
export type FieldsByName = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The fields selected of an interface's objects, whatever type each is of; nothing where that depends on the type. A
 * planner does not ask for `__typename` then.
 */
export function untypedFields(
  selecting: Selecting,
  type: GraphQLInterfaceType,
  nodes: readonly FieldNode[],
): FieldsByName | undefined {
  const fields = new Map<string, FieldNode[]>();
  const isWhole = nodes.every(
    ({ selectionSet }) => !selectionSet || addFields(selecting, type, selectionSet, fields),
  );
  return isWhole ? fields : undefined;
}

/** Adds the fields of a selection; false where they depend on the type of the object. */
function addFields(
  selecting: Selecting,
  type: GraphQLInterfaceType,
  { selections }: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
): boolean {
  return selections.every((selection) => {
    if (!shouldIncludeNode(selecting.conditions, selection)) return true;
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === "__typename") return false;
      const name = (selection.alias ?? selection.name).value;
      fields.set(name, [...(fields.get(name) ?? []), selection]);
      return true;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? selecting.fragments[selection.name.value]
        : selection;
    return (
      fragment !== undefined &&
      isOfAll(selecting.schema, type, fragment) &&
      addFields(selecting, type, fragment.selectionSet, fields)
    );
  });
}

/** Whether a fragment is about every object of the interface. */
function isOfAll(
  schema: GraphQLSchema,
  type: GraphQLInterfaceType,
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
): boolean {
  if (!typeCondition || typeCondition.name.value === type.name) return true;
  const wider = schema.getType(typeCondition.name.value);
  return isAbstractType(wider) && schema.isSubType(wider, type);
}
