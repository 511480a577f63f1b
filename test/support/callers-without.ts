import { knownScopes } from "../../gateway/access/roles";
import type { Caller } from "../../subgraphs/kit/caller";

/** A caller with every scope but these. */
export function withoutScope(...scopes: readonly string[]): Pick<Caller, "scopes"> {
  return { scopes: new Set([...knownScopes].filter((scope) => !scopes.includes(scope))) };
}
