import {
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from "graphql";

/** The type of the nodes that a connection, an edge or a payload leads to; `undefined` for any other type. */
export function nodeTypeOf({ name, fields = [] }: ObjectTypeDefinitionNode): string | undefined {
  const typeOfField = (wanted: (field: FieldDefinitionNode) => boolean) => {
    const found = fields.find(wanted);
    return found && namedTypeOf(found.type);
  };
  if (name.value.endsWith("Connection"))
    return typeOfField((field) => field.name.value === "nodes");
  if (name.value.endsWith("Edge")) return typeOfField((field) => field.name.value === "node");
  if (name.value.endsWith("Payload")) {
    return typeOfField((field) => field.name.value !== "userErrors");
  }
  return undefined;
}

/** The name of a type without lists and non-null. */
export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
