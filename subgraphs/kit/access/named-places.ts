import { type ASTNode, Kind, type VariableDefinitionNode } from "graphql";
import { type AnswerPlace, answerPlaces } from "./answer-places";
import type { GivenOperation } from "./given-operation";

/** A place where an operation asks for something, in its caller's words. */
export interface NamedPlace extends AnswerPlace {
  /** A coordinate of what is asked for. */
  readonly coordinate: string;
  /** `countries.dispatches`; of an input `payRatio in countries.dispatches`. */
  readonly name: string;
}

/** Where coordinates are named: by nodes of the document, or by variables. */
export interface Namings {
  readonly nodes: ReadonlyMap<string, ASTNode>;
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * The places where an operation asks for the coordinates, in order. Of places below one another, such as a list and its
 * elements, only the outermost.
 */
export function namedPlaces(
  { document, operation }: Pick<GivenOperation, "document" | "operation">,
  coordinates: ReadonlySet<string>,
  { nodes, variables }: Namings,
): readonly NamedPlace[] {
  const sought = new Map<ASTNode | string, string>();
  for (const coordinate of [...coordinates].reverse()) {
    const node = nodes.get(coordinate);
    const naming = isDefinition(node)
      ? node.variable.name.value
      : (node ?? variables.get(coordinate));
    if (naming !== undefined) sought.set(naming, coordinate);
  }
  const coordinateAt = (node: ASTNode) =>
    sought.get(node.kind === Kind.VARIABLE ? node.name.value : node);
  const named = answerPlaces(document, operation, (node) => coordinateAt(node) !== undefined).map(
    (place) => ({ ...place, ...naming(place, coordinateAt(place.node) ?? "") }),
  );
  return named.filter(
    ({ name }, index) =>
      !named
        .slice(0, index)
        .some((other) => name === other.name || name.startsWith(`${other.name}.`)),
  );
}

function naming({ node, path }: AnswerPlace, coordinate: string) {
  // What a subgraph is asked to add to entities is below a field that callers do not know.
  const field = path.filter((name) => name !== "_entities").join(".") || coordinate;
  const isInput =
    node.kind === Kind.OBJECT_FIELD || node.kind === Kind.ENUM || node.kind === Kind.VARIABLE;
  const input = coordinate.slice(coordinate.lastIndexOf(".") + 1);
  return { coordinate, name: isInput ? `${input} in ${field}` : field };
}

/** What a variable's default names is used where the variable is used. */
function isDefinition(node: ASTNode | undefined): node is VariableDefinitionNode {
  return node?.kind === Kind.VARIABLE_DEFINITION;
}
