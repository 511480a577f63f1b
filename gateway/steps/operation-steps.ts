import type {
  ApolloServerPlugin,
  GraphQLRequestContext,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestContextResponseForOperation,
  GraphQLRequestContextWillSendResponse,
  GraphQLResponse,
} from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { GatewayContext } from "../context/gateway-context";

/** What a step does for one operation. What a function throws refuses the request. */
export interface OperationListener {
  /** The document is parsed and valid. */
  readonly didResolveOperation?: (
    request: GraphQLRequestContextDidResolveOperation<GatewayContext>,
  ) => void;
  /** Answers in place of the subgraphs, if it returns anything. */
  readonly responseForOperation?: (
    request: GraphQLRequestContextResponseForOperation<GatewayContext>,
  ) => GraphQLResponse | null | Promise<GraphQLResponse | null>;
  readonly executionDidStart?: () => void;
  /** Changes the answer. */
  readonly willSendResponse?: (
    request: GraphQLRequestContextWillSendResponse<GatewayContext>,
  ) => void | Promise<void>;
}

/** A step of operations. */
export interface OperationStep {
  /** The schema that callers see is there. */
  readonly schemaDidLoad?: (schema: GraphQLSchema) => void;
  /** What is done for one operation: the same for all, or made for this one. */
  readonly begin: (request: GraphQLRequestContext<GatewayContext>) => OperationListener;
}

/** Kept, as most steps have nothing to wait for. */
const done = Promise.resolve();

/**
 * Makes one plugin of all steps of operations. At each moment it calls their functions in order: the first that throws is
 * the last. It waits for each `responseForOperation` before it calls the next, and for all `willSendResponse` together:
 * a later one begins while an earlier one waits.
 *
 * Apollo Server makes promises for every plugin and every moment, which for a small request would be most of its work.
 */
export function operationSteps(
  steps: readonly OperationStep[],
): ApolloServerPlugin<GatewayContext> {
  return {
    serverWillStart: () =>
      Promise.resolve({
        schemaDidLoadOrUpdate: ({ apiSchema }) => {
          for (const { schemaDidLoad } of steps) schemaDidLoad?.(apiSchema);
        },
      }),
    requestDidStart: (request) => {
      const listeners = steps.map(({ begin }) => begin(request));
      return Promise.resolve({
        didResolveOperation: (resolved) => {
          for (const { didResolveOperation } of listeners) didResolveOperation?.(resolved);
          return done;
        },
        responseForOperation: async (resolved) => {
          for (const { responseForOperation } of listeners) {
            const answer = responseForOperation?.(resolved) ?? null;
            const response = answer instanceof Promise ? await answer : answer;
            if (response) return response;
          }
          return null;
        },
        executionDidStart: () => {
          for (const { executionDidStart } of listeners) executionDidStart?.();
          return done;
        },
        willSendResponse: async (answered) => {
          const pending = listeners.flatMap(({ willSendResponse }) => {
            const waiting = willSendResponse?.(answered);
            return waiting ? [waiting] : [];
          });
          if (pending.length > 0) await Promise.all(pending);
        },
      });
    },
  };
}
