import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from "graphql";

/** The plain fields of a selection that nothing skips; those in fragments or under conditions are none of them. */
export function plainFields(nodes: readonly FieldNode[]): readonly FieldNode[] {
  return selections(nodes).filter(isPlain);
}

/** True if nothing but some of these fields is selected, and nothing in fragments or under conditions. */
export function selectsAtMost(
  names: readonly string[],
  { fieldNodes }: Pick<GraphQLResolveInfo, "fieldNodes">,
): boolean {
  return selections(fieldNodes).every(
    (node) =>
      isPlain(node) && (names.includes(node.name.value) || node.name.value === "__typename"),
  );
}

function selections(nodes: readonly FieldNode[]): readonly SelectionNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
}

function isPlain(node: SelectionNode): node is FieldNode {
  return node.kind === Kind.FIELD && (node.directives ?? []).length === 0;
}
