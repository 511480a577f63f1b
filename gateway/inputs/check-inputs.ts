import type { ApolloServerPlugin } from "@apollo/server";
import type { DocumentNode } from "graphql";
import type { GatewayContext } from "../context/gateway-context";
import { checkLiterals } from "./check-literals";
import { checkNulls } from "./check-nulls";
import { checkVariables } from "./check-variables";
import { addScalars } from "./scalars";

/**
 * Refuses an operation with a variable or an argument that does not fit or is too large, before any subgraph is asked.
 * The error has its place. If a subgraph refused it, everything else asked of that subgraph would be lost.
 *
 * Gives the schema that callers see its scalars, so that literals are checked where documents are validated.
 *
 * @throws ApiError BAD_USER_INPUT, or with the code of a scalar, to the caller
 */
export function checkInputs(): ApolloServerPlugin<GatewayContext> {
  // Apollo Server parses a document once for many requests and does not change it.
  const withFitLiterals = new WeakSet<DocumentNode>();
  return {
    serverWillStart: () =>
      Promise.resolve({ schemaDidLoadOrUpdate: ({ apiSchema }) => addScalars(apiSchema) }),
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request, response }) => {
          if (!operation) return Promise.resolve();
          try {
            const given = request.variables ?? {};
            if (!withFitLiterals.has(document)) checkLiterals(document);
            withFitLiterals.add(document);
            const variables = checkVariables(schema, document, operation, given);
            checkNulls(schema, document, operation, variables);
          } catch (error) {
            response.http.status = 400;
            throw error;
          }
          return Promise.resolve();
        },
      }),
  };
}
