import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "./context/gateway-context";

/** Adds to every answer, in `extensions.dataset`, what kind of records it is made of. */
export function datasetExtension(dataset: string): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { body } }) => {
          if (body.kind === "single") {
            body.singleResult.extensions = { ...body.singleResult.extensions, dataset };
          }
          return Promise.resolve();
        },
      }),
  };
}
