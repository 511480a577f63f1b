import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { ApiError } from "../errors";
import { AccessGuard } from "./access-guard";
import type { Caller } from "../caller";
import type { GuardedSchema } from "./operation-access";
import type { PersonsSeen } from "./persons-seen";

interface GuardedContext extends BaseContext {
  readonly caller: Caller;
  readonly persons: PersonsSeen;
}

/**
 * Makes a subgraph refuse, before it resolves anything, what its caller is not permitted to see, although the gateway
 * has checked that already. Adds to its answer, for the gateway to record, whose data it holds (`extensions.persons`)
 * and how many more persons it counted (`extensions.counted`).
 *
 * @throws ApiError FORBIDDEN or INTROSPECTION_REFUSED, to the gateway
 */
export function guardOperations(guarded: GuardedSchema): ApolloServerPlugin<GuardedContext> {
  const guard = new AccessGuard(guarded);
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request, contextValue }) => {
          if (!operation) return Promise.resolve();
          const { variables = {} } = request;
          if (guard.accessOf({ document, operation }).introspects) {
            throw new ApiError("INTROSPECTION_REFUSED", "Ask the gateway for the schema.", 403);
          }
          guard.admit({ document, operation, variables }, contextValue.caller);
          return Promise.resolve();
        },
        willSendResponse: async ({ contextValue, response: { body } }) => {
          const { persons, counted } = await contextValue.persons.all();
          if (body.kind !== "single") return;
          body.singleResult.extensions = {
            ...body.singleResult.extensions,
            ...(persons.length > 0 && { persons }),
            ...(counted.length > 0 && { counted }),
          };
        },
      }),
  };
}
