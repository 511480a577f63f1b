import { typesWithFields } from "../types-with-fields";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";

/**
 * Finds entities with more than one key, within a subgraph or between subgraphs: the gateway
 * answers some queries wrongly when it has to go from one key to the other.
 */
export function oneKeyAType(subgraphs: readonly SubgraphSdl[]): Problem[] {
  return [...typesWithFields(subgraphs)].flatMap(([name, definitions]) => {
    const keys = new Set(definitions.flatMap((type) => type.keys));
    const hasSeveral = keys.size > 1 || definitions.some((type) => type.keys.length > 1);
    if (!hasSeveral) return [];
    const list = definitions.flatMap((type) =>
      type.keys.map((key) => `"${key}" (${type.subgraph})`),
    );
    const message = `has more than one key: ${list.join(", ")}. Keep one, the same everywhere.`;
    return [{ check: "one-key-a-type", where: name, message }];
  });
}
