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

/** What steps are told of an operation, whoever runs it. */
type Told =
  | "request"
  | "response"
  | "contextValue"
  | "schema"
  | "source"
  | "document"
  | "operation"
  | "operationName";

/** An operation of which the document is not parsed yet. */
export type BegunOperation = Pick<GraphQLRequestContext<GatewayContext>, Told>;

/** An operation whose document is parsed and valid. */
export type ResolvedOperation = Pick<
  GraphQLRequestContextDidResolveOperation<GatewayContext>,
  Told
>;

/** An operation that may be executed. */
export type PermittedOperation = Pick<
  GraphQLRequestContextResponseForOperation<GatewayContext>,
  Told
>;

/** An operation that has an answer. */
export type AnsweredOperation = Pick<GraphQLRequestContextWillSendResponse<GatewayContext>, Told>;

/** What a step does for one operation. What a function throws refuses the request. */
export interface OperationListener {
  /** The document is parsed and valid. */
  readonly didResolveOperation?: (request: ResolvedOperation) => void;
  /** Answers in place of the subgraphs, if it returns anything. */
  readonly responseForOperation?: (
    request: PermittedOperation,
  ) => GraphQLResponse | null | Promise<GraphQLResponse | null>;
  readonly executionDidStart?: () => void;
  /** Changes the answer. */
  readonly willSendResponse?: (request: AnsweredOperation) => void | Promise<void>;
}

/** A step of operations. */
export interface OperationStep {
  /** The schema that callers see is there. */
  readonly schemaDidLoad?: (schema: GraphQLSchema) => void;
  /** What is done for one operation: the same for all, or made for this one. */
  readonly begin: (request: BegunOperation) => OperationListener;
}

/**
 * What all steps do for one operation. At each moment it calls their functions in order: the first that throws is the
 * last. It waits for each `responseForOperation` before it calls the next, and for all `willSendResponse` together: a
 * later one begins while an earlier one waits. A promise is made only where there is something to wait for.
 */
export class BegunSteps {
  private readonly listeners: readonly OperationListener[];

  /** Begins all steps. */
  constructor(steps: readonly OperationStep[], request: BegunOperation) {
    this.listeners = steps.map(({ begin }) => begin(request));
  }

  /** The document is parsed and valid. */
  didResolveOperation(request: ResolvedOperation): void {
    for (const { didResolveOperation } of this.listeners) didResolveOperation?.(request);
  }

  /** The first answer in place of the subgraphs. */
  responseForOperation(
    request: PermittedOperation,
    from = 0,
  ): GraphQLResponse | null | Promise<GraphQLResponse | null> {
    for (const [index, { responseForOperation }] of this.listeners.entries()) {
      if (index < from || !responseForOperation) continue;
      const answer = responseForOperation(request);
      if (answer instanceof Promise) {
        return answer.then((response) => response ?? this.responseForOperation(request, index + 1));
      }
      if (answer) return answer;
    }
    return null;
  }

  /** The subgraphs are asked now. */
  executionDidStart(): void {
    for (const { executionDidStart } of this.listeners) executionDidStart?.();
  }

  /** There is an answer. */
  willSendResponse(request: AnsweredOperation): Promise<unknown> | undefined {
    const pending: Promise<void>[] = [];
    for (const { willSendResponse } of this.listeners) {
      const waiting = willSendResponse?.(request);
      if (waiting) pending.push(waiting);
    }
    return pending.length > 0 ? Promise.all(pending) : undefined;
  }
}

/** Kept, as most steps have nothing to wait for. */
const done = Promise.resolve();

/**
 * Makes one plugin of all steps of operations: Apollo Server makes promises for every plugin and every moment, which for a
 * small request would be most of its work.
 *
 * @param note - is told of each operation that is valid, before the steps are
 */
export function operationSteps(
  steps: readonly OperationStep[],
  note?: (resolved: GraphQLRequestContextDidResolveOperation<GatewayContext>) => void,
): ApolloServerPlugin<GatewayContext> {
  return {
    serverWillStart: () =>
      Promise.resolve({
        schemaDidLoadOrUpdate: ({ apiSchema }) => {
          for (const { schemaDidLoad } of steps) schemaDidLoad?.(apiSchema);
        },
      }),
    requestDidStart: (request) => {
      const begun = new BegunSteps(steps, request);
      return Promise.resolve({
        didResolveOperation: (resolved) => {
          note?.(resolved);
          begun.didResolveOperation(resolved);
          return done;
        },
        responseForOperation: async (resolved) => begun.responseForOperation(resolved),
        executionDidStart: () => {
          begun.executionDidStart();
          return done;
        },
        willSendResponse: async (answered) => {
          await begun.willSendResponse(answered);
        },
      });
    },
  };
}
