import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "./context/gateway-context";

/** Says of every answer which day was in force where an `asOf` was not given, in `extensions.asOf`. */
export function asOfExtension(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: ({ contextValue: { asOf } }) =>
      Promise.resolve({
        willSendResponse: ({ response: { body } }) => {
          if (body.kind === "single") {
            body.singleResult.extensions = { ...body.singleResult.extensions, asOf };
          }
          return Promise.resolve();
        },
      }),
  };
}
