import type {
  ApolloServer,
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextWillSendResponse,
} from "@apollo/server";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { type ContextOf, graphqlHandler, type HandlerOptions } from "./graphql-handler";

/**
 * GraphQL over HTTP lets a server say 200 for a request that could be read, where the client asked for
 * `application/json` (specification, "application/json"); Apollo Server says 400 for queries that do not parse or fit.
 */
export function specifyStatus({
  request,
  response,
}: Pick<GraphQLRequestContextWillSendResponse<BaseContext>, "request" | "response">): void {
  if (response.http.status !== 400 || response.body.kind !== "single") return;
  const accept = request.http?.headers.get("accept") ?? "";
  const isUnderstood = response.body.singleResult.errors !== undefined;
  if (isUnderstood && !accept.includes("application/graphql-response+json")) {
    response.http.status = 200;
  }
}

/** The plugin that gives answers the status of {@link specifyStatus}. */
export function specifiedStatusCodes<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (answered) => {
          specifyStatus(answered);
          return Promise.resolve();
        },
      }),
  };
}

/** The plugin that lets running requests finish before the HTTP server closes. */
export function drainWith<Context extends BaseContext>(
  app: FastifyInstance,
): ApolloServerPlugin<Context> {
  return fastifyApolloDrainPlugin<Context>(app);
}

/**
 * Serves `apollo`, which has been started, on `/graphql` of `app`.
 *
 * @param guard - adds hooks to what is served there and nowhere else: they find out who asks, and can refuse a request
 * @param options - how requests are answered, where that is not left to `apollo`
 */
export async function mountGraphql<Context extends BaseContext>(
  app: FastifyInstance,
  apollo: ApolloServer<Context>,
  contextOf: ContextOf<Context>,
  guard: (scope: FastifyInstance) => void,
  options?: HandlerOptions<Context>,
): Promise<void> {
  await app.register(async (scope) => {
    guard(scope);
    scope.route({
      url: "/graphql",
      method: ["GET", "POST"],
      exposeHeadRoute: false,
      handler: graphqlHandler(apollo, contextOf, options),
    });
  });
}
