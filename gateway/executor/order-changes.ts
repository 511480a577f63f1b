import {
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionNode,
  stripIgnoredCharacters,
} from "graphql";

/**
 * What a subgraph is asked to change, in the order in which the caller asks for it. The planner puts changes that one
 * subgraph is asked for one after the other in an order of its own.
 *
 * @param text - what the planner made of it
 * @param asked - the caller's operation, whose changes are fields at its top
 */
export function orderChanges(text: string, asked: OperationDefinitionNode): string {
  if (asked.operation !== OperationTypeNode.MUTATION) return text;
  const document = parse(text, { noLocation: true });
  const planned = getOperationAST(document);
  if (planned?.operation !== OperationTypeNode.MUTATION) return text;
  const { selections } = planned.selectionSet;
  if (selections.length < 2) return text;
  const names = asked.selectionSet.selections.flatMap(responseNames);
  const placeOf = (selection: SelectionNode) => names.indexOf(responseNames(selection)[0] ?? "");
  const ordered = [...selections].sort((one, other) => placeOf(one) - placeOf(other));
  const inOrder = { ...planned, selectionSet: { ...planned.selectionSet, selections: ordered } };
  const definitions = document.definitions.map((each) => (each === planned ? inOrder : each));
  return stripIgnoredCharacters(print({ ...document, definitions }));
}

/** The response names at the top of a selection; the planner makes inline fragments of fields with conditions. */
function responseNames(selection: SelectionNode): readonly string[] {
  switch (selection.kind) {
    case Kind.FIELD:
      return [(selection.alias ?? selection.name).value];
    case Kind.INLINE_FRAGMENT:
      return selection.selectionSet.selections.flatMap(responseNames);
    case Kind.FRAGMENT_SPREAD:
      return [];
  }
}
