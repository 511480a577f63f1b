import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from "graphql";

/** What an operation asks, and of which schema. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A selection, and the type that it is of. */
export type Selected = readonly [selection: SelectionSetNode, type: GraphQLNamedType];

/** A field under the name that the answer gives it, with all that is selected of it. */
export interface SelectedField {
  readonly key: string;
  readonly parent: GraphQLNamedType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly selections: SelectionSetNode[];
}

/**
 * The fields that are asked of an object, in the order of the document, whatever fragments they stand in. Of an object
 * that can be of several types, those of all types.
 */
export function selectedFields(asked: Asked, selected: readonly Selected[]): SelectedField[] {
  const found = new Map<string, SelectedField>();
  const add = ([{ selections }, type]: Selected): void => {
    for (const selection of selections) {
      if (!isAsked(asked, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        addField(found, selection, type);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? asked.fragments.get(selection.name.value)
          : selection;
      const condition = fragment?.typeCondition?.name.value;
      const inner = condition === undefined ? type : asked.schema.getType(condition);
      if (fragment && inner) add([fragment.selectionSet, inner]);
    }
  };
  for (const each of selected) add(each);
  return [...found.values()];
}

function isAsked({ variables }: Asked, selection: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.["if"] !== true && include?.["if"] !== false;
}

function addField(
  found: Map<string, SelectedField>,
  { alias, name, selectionSet }: FieldNode,
  parent: GraphQLNamedType,
): void {
  const key = (alias ?? name).value;
  const known = found.get(key);
  if (known) {
    if (selectionSet) known.selections.push(selectionSet);
    return;
  }
  const field = fieldOf(parent, name.value);
  // Introspection has no tables.
  if (!field) return;
  found.set(key, { key, parent, field, selections: selectionSet ? [selectionSet] : [] });
}

function fieldOf(
  parent: GraphQLNamedType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const hasFields = isObjectType(parent) || isInterfaceType(parent);
  return hasFields ? parent.getFields()[name] : undefined;
}
