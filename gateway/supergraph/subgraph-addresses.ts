import type { Supergraph } from "@apollo/federation-internals";

/**
 * The address of each subgraph, in the supergraph's order.
 *
 * @param given - addresses that replace the supergraph's; all of them or none
 * @throws Error naming the subgraphs that are missing and those the supergraph does not know
 */
export function subgraphAddresses(
  supergraph: Supergraph,
  given?: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const routed = new Map(supergraph.subgraphsMetadata().map(({ name, url }) => [name, url]));
  if (!given) return routed;
  const missing = [...routed.keys()].filter((name) => !given.has(name));
  const unknown = [...given.keys()].filter((name) => !routed.has(name));
  if (missing.length > 0 || unknown.length > 0) {
    throw new Error(
      [
        `SUBGRAPH_URLS must name each subgraph of the supergraph (${[...routed.keys()].join(", ")}) and no other.`,
        missing.length > 0 && `Missing: ${missing.join(", ")}.`,
        unknown.length > 0 && `Unknown: ${unknown.join(", ")}.`,
      ]
        .filter(Boolean)
        .join(" "),
    );
  }
  return new Map([...routed.keys()].map((name) => [name, given.get(name) ?? ""]));
}
