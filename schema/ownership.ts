import { Kind, type TypeDefinitionNode, isTypeDefinitionNode } from "graphql";
import { isFederationName } from "./federation-directives";
import { type TypeInSubgraph, typesWithFields } from "./types-with-fields";
import type { SubgraphSdl } from "./subgraph-sdl";

const TYPES_WITH_FIELDS: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
]);

/** Who is answerable for a type, and who adds to it. */
export interface TypeOwnership {
  readonly type: string;
  /** The field sets that identify it; empty for what is not an entity. */
  readonly keys: readonly string[];
  /** Who defines it; several where it is shared. */
  readonly owners: readonly string[];
  /** The fields one subgraph alone adds to a type that several define. */
  readonly contributions: ReadonlyMap<string, readonly string[]>;
}

/** Lists our own types by name, each with its key, its owners and what others add to it. */
export function ownership(subgraphs: readonly SubgraphSdl[]): readonly TypeOwnership[] {
  const composite = [...typesWithFields(subgraphs)].map(([type, definitions]) => ({
    type,
    keys: [...new Set(definitions.flatMap(({ keys }) => keys))],
    owners: ownersOf(definitions),
    contributions: contributionsOf(definitions),
  }));
  return [...composite, ...otherTypes(subgraphs)].sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** Those that can resolve the type, not those that only refer to it. */
function ownersOf(definitions: readonly TypeInSubgraph[]): readonly string[] {
  return definitions.filter((type) => !type.isStub).map((type) => type.subgraph);
}

function contributionsOf(definitions: readonly TypeInSubgraph[]) {
  const contributions = new Map<string, readonly string[]>();
  if (ownersOf(definitions).length < 2) return contributions;
  for (const { subgraph, fields } of definitions) {
    const others = definitions.filter((type) => type.subgraph !== subgraph);
    const known = new Set(others.flatMap((type) => type.fields.map(({ name }) => name.value)));
    const own = fields.map(({ name }) => name.value).filter((name) => !known.has(name));
    if (own.length > 0) contributions.set(subgraph, own);
  }
  return contributions;
}

/** Unions, enums, inputs and scalars: no subgraph adds to them, so they have owners only. */
function otherTypes(subgraphs: readonly SubgraphSdl[]): TypeOwnership[] {
  const owners = new Map<string, string[]>();
  for (const { name, document } of subgraphs) {
    for (const node of document.definitions.filter(isTypeDefinitionNode).filter(isOurs)) {
      owners.set(node.name.value, [...(owners.get(node.name.value) ?? []), name]);
    }
  }
  return [...owners].map(([type, names]) => ({
    type,
    keys: [],
    owners: names,
    contributions: new Map(),
  }));
}

function isOurs(node: TypeDefinitionNode): boolean {
  return !TYPES_WITH_FIELDS.has(node.kind) && !isFederationName(node.name.value);
}
