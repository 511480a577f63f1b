import { SubgraphFailure } from "../errors/subgraph-failure";
import { deduplicate, expandEntities, expandErrors } from "./deduplicate-representations";
import type { SubgraphRequest, SubgraphResponse } from "./subgraph-request";

/**
 * Asks for each entity once, however often the gateway needs it, and returns it for every time.
 *
 * @throws SubgraphFailure `SUBGRAPH_INVALID_RESPONSE` if the answer does not have one element for each entity
 */
export async function askOnce(
  subgraph: string,
  request: SubgraphRequest,
  ask: (request: SubgraphRequest) => Promise<SubgraphResponse>,
): Promise<SubgraphResponse> {
  const representations: unknown = request.request.variables?.["representations"];
  if (!Array.isArray(representations)) return ask(request);
  const { unique, indices } = deduplicate(representations);
  // The library reads `request.http` of the object it gave, so that one is changed and not copied.
  request.request.variables = { ...request.request.variables, representations: unique };
  const response = await ask(request);
  const entities: unknown = response.data?.["_entities"];
  if (response.data && !(Array.isArray(entities) && entities.length === unique.length)) {
    throw new SubgraphFailure(subgraph, "SUBGRAPH_INVALID_RESPONSE");
  }
  if (unique.length === indices.length) return response;
  return {
    ...response,
    ...(Array.isArray(entities) && { data: { _entities: expandEntities(entities, indices) } }),
    ...(response.errors && { errors: expandErrors(response.errors, indices) }),
  };
}
