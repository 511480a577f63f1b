import { deduplicate, expandEntities, expandErrors } from "./deduplicate-representations";
import type { SubgraphResponse } from "./subgraph-request";

/**
 * Asks for each entity once, however often it is needed, and returns it for every time.
 *
 * @param ask - gets the representations as JSON, each once; nothing where root fields are asked for
 */
export async function askOnce(
  representations: unknown,
  ask: (unique: readonly string[] | undefined) => Promise<SubgraphResponse>,
): Promise<SubgraphResponse> {
  if (!Array.isArray(representations)) return ask(undefined);
  const { unique, indices } = deduplicate(representations);
  const { data, errors } = await ask(unique);
  const entities = data?.["_entities"];
  return {
    ...(Array.isArray(entities) ? { data: { _entities: expandEntities(entities, indices) } } : {}),
    ...(data === null && { data }),
    ...(errors && { errors: expandErrors(errors, indices) }),
  };
}
