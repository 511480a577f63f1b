import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "../context/gateway-context";
import { mayRun } from "./may-run";
import { NotRegistered } from "./not-registered";
import type { OperationsOfNow } from "./registered-operations";

/**
 * Refuses once more what an app may not run, by the very text that is about to be run. `refuseUnregistered` has done
 * so already; however a request is read differently in the two places, nothing unregistered runs.
 *
 * @throws ApiError OPERATION_NOT_REGISTERED, to the caller
 */
export function registeredOnly(operations: OperationsOfNow): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        // Apollo Server asks all plugins at once: one that refused later than others would refuse for nobody to hear.
        didResolveOperation: ({
          contextValue: { caller },
          source: text,
          request: { operationName },
        }) => {
          const wanted = { text, operationName };
          if (!mayRun(caller, wanted, operations.last)) throw new NotRegistered(wanted);
          return Promise.resolve();
        },
      }),
  };
}
