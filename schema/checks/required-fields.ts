import {
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type SelectionSetNode,
  parse,
} from "graphql";
import { federationDirectives, fieldSetOf } from "../federation-directives";
import { messageOf, type Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";

/** Finds `@requires` that select a field which takes arguments: the gateway answers it wrongly. */
export function requiredFields(subgraphs: readonly SubgraphSdl[]): Problem[] {
  return subgraphs.flatMap((subgraph) => {
    const fieldsOf = fieldsByType(subgraph);
    return [...fieldsOf].flatMap(([type, fields]) =>
      fields.flatMap((field) =>
        federationDirectives(field, "requires")
          .flatMap((directive) => withArguments(fieldSetOf(directive), type, fieldsOf))
          .map((selected) => ({
            check: "required-fields",
            where: `${type}.${field.name.value}`,
            message: `@requires selects ${selected}, which takes arguments (${subgraph.name}).`,
          })),
      ),
    );
  });
}

type FieldsByType = ReadonlyMap<string, readonly FieldDefinitionNode[]>;

function fieldsByType({ document }: SubgraphSdl): FieldsByType {
  const fieldsOf = new Map<string, readonly FieldDefinitionNode[]>();
  for (const node of document.definitions) {
    if (!("fields" in node) || node.kind.startsWith("InputObject")) continue;
    const fields = (node.fields ?? []).filter((field) => field.kind === Kind.FIELD_DEFINITION);
    fieldsOf.set(node.name.value, [...(fieldsOf.get(node.name.value) ?? []), ...fields]);
  }
  return fieldsOf;
}

function withArguments(fieldSet: string, type: string, fieldsOf: FieldsByType): string[] {
  try {
    const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
    return selectedWithArguments(operation.selectionSet, type, fieldsOf);
  } catch (error) {
    return [`"${fieldSet}" (${messageOf(error)})`];
  }
}

function selectedWithArguments(set: SelectionSetNode, type: string, types: FieldsByType): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const target = selection.typeCondition?.name.value ?? type;
      return selectedWithArguments(selection.selectionSet, target, types);
    }
    const definition = types.get(type)?.find(({ name }) => name.value === selection.name.value);
    const own = takesArguments(selection, definition) ? [`${type}.${selection.name.value}`] : [];
    if (!selection.selectionSet || !definition) return own;
    const nested = selectedWithArguments(selection.selectionSet, returned(definition), types);
    return [...own, ...nested];
  });
}

function takesArguments(selected: FieldNode, definition: FieldDefinitionNode | undefined): boolean {
  return Boolean(selected.arguments?.length) || Boolean(definition?.arguments?.length);
}

function returned(field: FieldDefinitionNode): string {
  let { type } = field;
  while (type.kind !== Kind.NAMED_TYPE) type = type.type;
  return type.name.value;
}
