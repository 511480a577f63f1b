import { type CompositionResult, composeServices } from "@apollo/composition";
import { defaultPrintOptions, orderPrintedDefinitions } from "@apollo/federation-internals";
import type { SubgraphSdl } from "./subgraph-sdl";

/** A remark of the composer about subgraphs that compose, but perhaps not as meant. */
export type CompositionHint = NonNullable<CompositionResult["hints"]>[number];

/** What composing the subgraphs gave: a supergraph with hints, or errors. */
export interface Composition {
  /** The supergraph SDL in a stable order; absent where the subgraphs do not compose. */
  readonly supergraphSdl?: string;
  readonly errors: readonly string[];
  readonly hints: readonly CompositionHint[];
}

/** Composes the subgraphs with the library the gateway's own vendor publishes. */
export function compose(subgraphs: readonly SubgraphSdl[]): Composition {
  const result = composeServices(
    subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document })),
    { sdlPrintOptions: orderPrintedDefinitions(defaultPrintOptions) },
  );
  if (result.errors) {
    return { errors: result.errors.map(({ message }) => message), hints: [] };
  }
  return { supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`, errors: [], hints: result.hints };
}
