import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "../../subgraphs/kit/access/caller";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import { type AskedOperation, askedOperation } from "./asked-operation";
import { mayRun } from "./may-run";
import { NotRegistered } from "./not-registered";
import { operationId } from "./operation-id";
import { persistedQueryShape } from "./persisted-query-shape";
import type { RegisteredOperations } from "./registered-operations";

/**
 * Refuses what an app may not run before any of it is parsed, so that an app learns nothing of the schema from errors;
 * and, for every caller, a hash that cannot be one or is not that of the query beside it.
 *
 * @param callerOf - who sent a request; asked once its body has been read
 */
export function refuseUnregistered(
  app: FastifyInstance,
  path: string,
  operations: RegisteredOperations,
  callerOf: (request: FastifyRequest) => Caller,
): void {
  app.addHook("preHandler", async (request, reply) => {
    if (request.routeOptions.url !== path) return undefined;
    const asked = askedOperation(request);
    const { operationName } = asked;
    if (!mayRun(callerOf(request), { id: idOf(asked), operationName }, operations)) {
      return answer(reply, 403, new NotRegistered());
    }
    const problem = hashProblem(asked);
    return problem && answer(reply, 400, problem);
  });
}

function idOf({ query, persistedQuery }: AskedOperation): string | undefined {
  if (typeof query === "string") return operationId(query);
  return query === undefined
    ? persistedQueryShape.safeParse(persistedQuery).data?.sha256Hash
    : undefined;
}

function hashProblem({ query, persistedQuery }: AskedOperation): ApiError | undefined {
  if (persistedQuery === undefined) return undefined;
  const { data } = persistedQueryShape.safeParse(persistedQuery);
  if (!data) {
    return new ApiError(
      "BAD_REQUEST",
      `Expected extensions.persistedQuery to be {"version":1,"sha256Hash":"…"} with 64 hexadecimal digits, received ${shown(persistedQuery)}.`,
    );
  }
  if (typeof query !== "string" || operationId(query) === data.sha256Hash) return undefined;
  return new ApiError(
    "BAD_REQUEST",
    `Expected the SHA-256 of the query, ${operationId(query)}, received ${data.sha256Hash}.`,
  );
}

function answer(reply: FastifyReply, status: number, { message, extensions }: ApiError) {
  const { code } = extensions;
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
