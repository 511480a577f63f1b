import {
  type ASTNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from "graphql";
import {
  federationDirectives,
  fieldSetOf,
  isFederationName,
  isUnresolvable,
} from "./federation-directives";
import type { SubgraphSdl } from "./subgraph-sdl";

/** An object type or interface as one subgraph sees it, definition and extensions together. */
export interface TypeInSubgraph {
  readonly subgraph: string;
  readonly name: string;
  /** The field sets of its `@key`s. */
  readonly keys: readonly string[];
  /** Whether the subgraph only refers to it: every key is `resolvable: false`. */
  readonly isStub: boolean;
  /** The fields this subgraph resolves; `@external` ones are not among them. */
  readonly fields: readonly FieldDefinitionNode[];
}

type NodeWithFields =
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode;

/** Our own object types and interfaces by name, each with the subgraphs that define it. */
export function typesWithFields(
  subgraphs: readonly SubgraphSdl[],
): ReadonlyMap<string, readonly TypeInSubgraph[]> {
  const byName = new Map<string, TypeInSubgraph[]>();
  for (const type of subgraphs.flatMap(typesOf)) {
    byName.set(type.name, [...(byName.get(type.name) ?? []), type]);
  }
  return new Map([...byName].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function typesOf({ name: subgraph, document }: SubgraphSdl): TypeInSubgraph[] {
  const nodes = document.definitions.filter(hasFields);
  const names = [...new Set(nodes.map((node) => node.name.value))];
  return names
    .filter((name) => !isFederationName(name))
    .map((name) =>
      merge(
        subgraph,
        name,
        nodes.filter((node) => node.name.value === name),
      ),
    );
}

function hasFields(node: ASTNode): node is NodeWithFields {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return true;
    default:
      return false;
  }
}

function merge(subgraph: string, name: string, nodes: readonly NodeWithFields[]): TypeInSubgraph {
  const keys = nodes.flatMap((node) => federationDirectives(node, "key"));
  const fields = nodes.flatMap((node) => node.fields ?? []);
  return {
    subgraph,
    name,
    keys: keys.map(fieldSetOf),
    isStub: keys.length > 0 && keys.every(isUnresolvable),
    fields: fields.filter(
      (field) =>
        !isFederationName(field.name.value) && !federationDirectives(field, "external").length,
    ),
  };
}
