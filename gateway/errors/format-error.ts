import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { maskError } from "../../subgraphs/kit/graphql/mask-error";
import { reworded } from "./reworded";
import { SubgraphFailure } from "../context/subgraph-failure";

/**
 * Makes the gateway's `formatError`: what {@link maskError} lets pass, and the name of the subgraph an error comes
 * from in `extensions.subgraph`.
 */
export function formatErrorWith(logger: Logger) {
  const mask = maskError(logger);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const failure = failureBehind(error);
    if (failure) return failure.toJSON();
    const masked = mask({ ...formatted, message: reworded(formatted.message) }, error);
    const subgraph = formatted.extensions?.["subgraph"];
    return typeof subgraph === "string"
      ? { ...masked, extensions: { ...masked.extensions, subgraph } }
      : masked;
  };
}

/** The library wraps errors that come with data and recomputes their path, which it cannot for entities. */
function failureBehind(error: unknown): SubgraphFailure | undefined {
  const candidates = [error, error instanceof GraphQLError ? error.originalError : undefined];
  return candidates.find((candidate) => candidate instanceof SubgraphFailure);
}
