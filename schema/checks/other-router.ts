import { composeServices } from "@theguild/federation-composition";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";

/** Composes with a second, independent library, so that another router can serve the graph. */
export function otherRouter(subgraphs: readonly SubgraphSdl[]): Problem[] {
  const { errors = [] } = composeServices(
    subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document })),
  );
  return errors.map(({ message }) => ({
    check: "other-router",
    where: "supergraph",
    message: `@theguild/federation-composition: ${message}`,
  }));
}
