import type { ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import type { GatewayContext } from "../context/gateway-context";

/** Ends what subgraphs are asked for a query when its caller is gone. A change goes on to its end. */
export function cancelQueries(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: ({ contextValue: { gone } }) =>
      Promise.resolve({
        didResolveOperation: ({ operation }) => {
          const scope = currentRequest();
          if (scope && operation?.operation === OperationTypeNode.QUERY) scope.gone = gone;
          return Promise.resolve();
        },
      }),
  };
}
