import { roleScopes } from "../../gateway/access/roles";
import { statisticsScope } from "../../subgraphs/areas";
import type { Caller } from "../../subgraphs/kit/caller";

/** The public, as a subgraph is told of it. */
export const publicCaller: Partial<Caller> = {
  roles: ["public"],
  scopes: new Set(roleScopes.public),
};

/** One for whom the statistics of an area are counted on request and protected, and who sees none of its records. */
export function analystOf(area: string): Partial<Caller> {
  return { roles: ["app"], scopes: new Set([...roleScopes.public, statisticsScope(area)]) };
}
