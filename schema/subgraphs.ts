import { areaNames, areas } from "../subgraphs/areas";

/** A subgraph as composition knows it: its name and the address the supergraph routes to. */
export interface SubgraphAddress {
  readonly name: string;
  readonly url: string;
}

/**
 * The subgraphs of the graph, in the order they are composed.
 *
 * The addresses are those of the local stack: defaults that a deployed gateway overrides from its environment.
 */
export const SUBGRAPHS: readonly SubgraphAddress[] = areaNames.map((name) => ({
  name,
  url: `http://127.0.0.1:${areas[name].port}/graphql`,
}));
