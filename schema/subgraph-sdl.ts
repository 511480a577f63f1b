import { type DocumentNode, parse, print } from "graphql";
import { sortDocument } from "./sort-document";
import type { SubgraphAddress } from "./subgraphs";

/** What one subgraph serves: its SDL in a stable order, and the same parsed. */
export interface SubgraphSdl extends SubgraphAddress {
  readonly sdl: string;
  readonly document: DocumentNode;
}

/**
 * Parses and sorts the SDL a subgraph printed.
 *
 * @throws GraphQLError where `printed` is not SDL.
 */
export function subgraphSdl(address: SubgraphAddress, printed: string): SubgraphSdl {
  const document = sortDocument(parse(printed, { noLocation: true }));
  return { ...address, sdl: `${print(document)}\n`, document };
}
