import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "./context/gateway-context";

/** Adds to every answer, in `extensions.asOf`, the day in force where no `asOf` was given. */
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
