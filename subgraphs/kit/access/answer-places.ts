import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";

/** A node of a document, and the path of its field in the answer; without indices, as there is no answer yet. */
export interface AnswerPlace {
  readonly node: ASTNode;
  readonly path: readonly string[];
}

/**
 * Finds nodes of an operation and of the fragments it spreads, in the order in which they are selected. Nodes in a
 * fragment are found where it is spread first. Definitions of variables are not searched.
 *
 * Takes time in proportion to the document's length.
 *
 * @param most - how many to find
 */
export function answerPlaces(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isSought: (node: ASTNode) => boolean,
  most = Infinity,
): readonly AnswerPlace[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const found: AnswerPlace[] = [];
  const path: string[] = [];
  const search = (definition: ASTNode): void => {
    visit(definition, {
      enter: (node) => {
        if (node.kind === Kind.VARIABLE_DEFINITION) return false;
        if (node.kind === Kind.FIELD) path.push((node.alias ?? node.name).value);
        if (isSought(node)) found.push({ node, path: [...path] });
        if (node.kind === Kind.FRAGMENT_SPREAD) {
          const fragment = fragments.get(node.name.value);
          fragments.delete(node.name.value);
          if (fragment) search(fragment);
        }
        return found.length < most ? undefined : BREAK;
      },
      leave: ({ kind }) => {
        if (kind === Kind.FIELD) path.pop();
      },
    });
  };
  search(operation);
  return found;
}
