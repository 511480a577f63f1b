import type {
  ApolloServer,
  BaseContext,
  GraphQLRequest,
  GraphQLResponse,
  HTTPGraphQLRequest,
} from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FormattedExecutionResult } from "graphql";
import { type UsualRequest, usualRequest } from "./usual-request";

/** Makes the context of one request. */
export type ContextOf<Context> = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Context | Promise<Context>;

/** Writes the body of an answer. */
export type WriteAnswer = (answer: FormattedExecutionResult) => string | Promise<string>;

/** Runs an operation as Apollo Server would; `undefined` where that has to, and nothing has been done. */
export type RunOperation<Context extends BaseContext> = (
  operation: GraphQLRequest,
  contextValue: Context,
) => Promise<GraphQLResponse> | undefined;

/** How requests are answered. */
export interface HandlerOptions<Context extends BaseContext> {
  /** How the server writes answers. By default {@link writeLine}. */
  readonly write?: WriteAnswer;
  /** Runs what needs less than the server does. By default nothing. */
  readonly run?: RunOperation<Context>;
}

/** What answers a route. */
export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Writes one line of JSON, as Apollo Server does where it is not told otherwise. */
export const writeLine: WriteAnswer = (answer) => `${JSON.stringify(answer)}\n`;

/**
 * Makes what answers GraphQL requests. Only unusual ones go through Apollo Server's HTTP layer, which is a third of what
 * it costs for a small request; it runs those that nothing else does. No caller can tell the difference.
 */
export function graphqlHandler<Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  contextOf: ContextOf<Context>,
  { write = writeLine, run = () => undefined }: HandlerOptions<Context> = {},
): Handler {
  const unusual = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest, reply: FastifyReply) => contextOf(request, reply),
  });
  return async (request, reply) => {
    const usual = usualRequest(request);
    if (usual === undefined) return unusual.call(request.server, request, reply);
    let contextValue: Context;
    try {
      const made = contextOf(request, reply);
      contextValue = made instanceof Promise ? await made : made;
    } catch (error) {
      const context = async () => {
        throw error;
      };
      return answerFailure(apollo, { usual, error, context }, reply);
    }
    try {
      const { http, body } = await (run(usual.operation, contextValue) ??
        apollo.executeOperation(usual.operation, { contextValue }));
      if (body.kind !== "single") throw new Error("Expected a single answer.");
      const { errors, data, extensions } = body.singleResult;
      const written = write({ errors, data, extensions } as FormattedExecutionResult);
      const text = typeof written === "string" ? written : await written;
      for (const [name, value] of http.headers) void reply.header(name, value);
      if (!http.headers.get("content-type")) void reply.header("content-type", usual.answerType);
      void reply.code(http.status ?? 200);
      return text;
    } catch (error) {
      const context = () => Promise.resolve(contextValue);
      return answerFailure(apollo, { usual, error, context }, reply);
    }
  };
}

interface Failure<Context> {
  readonly usual: UsualRequest;
  readonly error: unknown;
  readonly context: () => Promise<Context>;
}

/** Has an error answered as Apollo Server answers those that it meets itself; it offers no other way to do so. */
async function answerFailure<Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  { usual: { operation }, error, context }: Failure<Context>,
  reply: FastifyReply,
): Promise<string> {
  const httpGraphQLRequest = {
    ...operation.http,
    // The operation has been run, or must not be: what is read next is never there.
    get body(): never {
      throw error;
    },
  } as HTTPGraphQLRequest;
  const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context,
  });
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200);
  return body.kind === "complete" ? body.string : "";
}
