import {
  type FieldDefinitionNode,
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

/** One object type as one subgraph sees it, its definition and extensions taken together. */
export interface ObjectTypeInSubgraph {
  readonly subgraph: string;
  readonly name: string;
  /** The field sets of its `@key`s. */
  readonly keys: readonly string[];
  /** Whether the subgraph only refers to it: every key is `resolvable: false`. */
  readonly isStub: boolean;
  readonly isShareable: boolean;
  /** The fields this subgraph resolves; `@external` ones are not among them. */
  readonly fields: readonly FieldDefinitionNode[];
}

/** Our own object types by name, each with the subgraphs that define it. */
export function objectTypes(
  subgraphs: readonly SubgraphSdl[],
): ReadonlyMap<string, readonly ObjectTypeInSubgraph[]> {
  const byName = new Map<string, ObjectTypeInSubgraph[]>();
  for (const type of subgraphs.flatMap(objectTypesOf)) {
    byName.set(type.name, [...(byName.get(type.name) ?? []), type]);
  }
  return new Map([...byName].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function objectTypesOf({ name: subgraph, document }: SubgraphSdl): ObjectTypeInSubgraph[] {
  const nodes = document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
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

function merge(
  subgraph: string,
  name: string,
  nodes: readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[],
): ObjectTypeInSubgraph {
  const keys = nodes.flatMap((node) => federationDirectives(node, "key"));
  const fields = nodes.flatMap((node) => node.fields ?? []);
  return {
    subgraph,
    name,
    keys: keys.map(fieldSetOf),
    isStub: keys.length > 0 && keys.every(isUnresolvable),
    isShareable: nodes.some((node) => federationDirectives(node, "shareable").length > 0),
    fields: fields.filter(
      (field) =>
        !isFederationName(field.name.value) && !federationDirectives(field, "external").length,
    ),
  };
}
