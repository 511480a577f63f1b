import { type FieldDefinitionNode, Kind } from "graphql";
import { type TypeInSubgraph, typesWithFields } from "../types-with-fields";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";

/**
 * Finds non-null fields that only some of the subgraphs defining a type can answer. If only that one is down, such a
 * field makes its whole parent null instead of itself.
 *
 * A subgraph that only refers to an entity (`resolvable: false`) does not count as defining it, and key fields are
 * known wherever the entity is.
 */
export function nullableContributions(subgraphs: readonly SubgraphSdl[]): Problem[] {
  return [...typesWithFields(subgraphs)].flatMap(([name, definitions]) => {
    const defining = definitions.filter((type) => !type.isStub);
    if (defining.length < 2) return [];
    const keyFields = new Set(definitions.flatMap((type) => type.keys).flatMap(topLevelFields));
    return defining.flatMap((type) =>
      type.fields
        .filter((field) => field.type.kind === Kind.NON_NULL_TYPE)
        .filter((field) => !keyFields.has(field.name.value))
        .filter((field) => !defining.every((other) => hasField(other, field)))
        .map((field) => problemOf(`${name}.${field.name.value}`, type.subgraph, defining)),
    );
  });
}

function hasField(type: TypeInSubgraph, { name }: FieldDefinitionNode): boolean {
  return type.fields.some((field) => field.name.value === name.value);
}

/** `code country { code }` → `code`, `country`. */
function topLevelFields(fieldSet: string): readonly string[] {
  let outer = fieldSet;
  while (/\{[^{}]*\}/.test(outer)) outer = outer.replace(/\{[^{}]*\}/g, " ");
  return outer.split(/\s+/).filter(Boolean);
}

function problemOf(where: string, subgraph: string, defining: readonly TypeInSubgraph[]): Problem {
  const names = defining.map((type) => type.subgraph).join(", ");
  return {
    check: "nullable-contributions",
    where,
    message: `must be nullable: ${subgraph} contributes it to a type that ${names} define.`,
  };
}
