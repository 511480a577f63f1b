import { type ASTNode, type DocumentNode, Kind, print, visit } from "graphql";

type Sorted<Node> = readonly Node[] | undefined;

/**
 * Orders everything in a document whose order means nothing to GraphQL, so that two prints of the
 * same schema are equal and a diff shows only what changed. Descriptions are kept.
 */
export function sortDocument(document: DocumentNode): DocumentNode {
  return visit(document, { leave: sortChildren });
}

function sortChildren(node: ASTNode): ASTNode {
  const sorted: Record<string, Sorted<ASTNode>> = {};
  for (const key of ["fields", "arguments", "values", "interfaces", "types", "directives"]) {
    const children: unknown = Reflect.get(node, key);
    if (isNodeList(children) && !isListValue(node)) sorted[key] = sortBy(children, print);
  }
  if (node.kind === Kind.DOCUMENT) return { ...node, definitions: sortBy(node.definitions, rank) };
  return { ...node, ...sorted };
}

/** The items of a list value (`[1, 2]`) have an order of their own. */
function isListValue(node: ASTNode): boolean {
  return node.kind === Kind.LIST;
}

function isNodeList(value: unknown): value is readonly ASTNode[] {
  return Array.isArray(value);
}

function sortBy<Node extends ASTNode>(nodes: readonly Node[], keyOf: (node: Node) => string) {
  return nodes
    .map((node) => ({ node, key: `${nameOf(node)} ${keyOf(node)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ node }) => node);
}

/** Schema definitions have no name and come first; a definition comes before its extensions. */
function rank(node: ASTNode): string {
  return node.kind.endsWith("Extension") ? "1" : "0";
}

function nameOf(node: ASTNode): string {
  return "name" in node ? node.name.value : "";
}
