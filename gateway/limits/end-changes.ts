import type { ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import type { GatewayContext } from "../context/gateway-context";

/**
 * Lets a change be made to its end: if its caller goes away, only reads are given up. A change that was cut off might
 * have been made, and nobody would know.
 */
export function endChanges(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation }) => {
          if (operation?.operation === OperationTypeNode.MUTATION) delete currentRequest()?.over;
          return Promise.resolve();
        },
      }),
  };
}
