import { mayRun } from "./may-run";
import { NotRegistered } from "./not-registered";
import type { OperationsOfNow } from "./registered-operations";
import type { OperationStep } from "../steps/operation-steps";

/**
 * Refuses again what an app is not permitted to run, by the text that is about to be executed. `refuseUnregistered` has
 * done so already; should the two read a request differently, nothing unregistered runs.
 *
 * @throws ApiError OPERATION_NOT_REGISTERED, to the caller
 */
export function registeredOnly(operations: OperationsOfNow): OperationStep {
  return {
    begin: () => ({
      didResolveOperation: ({
        contextValue: { caller },
        source: text,
        request: { operationName },
      }) => {
        const wanted = { text, operationName };
        if (!mayRun(caller, wanted, operations.last)) throw new NotRegistered(wanted);
      },
    }),
  };
}
