import type { FastifyInstance } from "fastify";
import { callerOf } from "../../subgraphs/kit/access/request-caller";
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
 * @throws ApiError OPERATION_NOT_REGISTERED or BAD_REQUEST, to the caller
 */
export function refuseUnregistered(
  operations: RegisteredOperations,
): (scope: FastifyInstance) => void {
  return (scope) => {
    scope.addHook("preHandler", async (request) => {
      const asked = askedOperation(request);
      const { operationName } = asked;
      if (!mayRun(callerOf(request), { id: idOf(asked), operationName }, operations)) {
        throw new NotRegistered();
      }
      refuseBadHash(asked);
    });
  };
}

function idOf({ query, persistedQuery }: AskedOperation): string | undefined {
  if (typeof query === "string") return operationId(query);
  return query === undefined
    ? persistedQueryShape.safeParse(persistedQuery).data?.sha256Hash
    : undefined;
}

function refuseBadHash({ query, persistedQuery }: AskedOperation): void {
  if (persistedQuery === undefined) return;
  const { data } = persistedQueryShape.safeParse(persistedQuery);
  if (!data) {
    throw new ApiError(
      "BAD_REQUEST",
      `Expected extensions.persistedQuery to be {"version":1,"sha256Hash":"…"} with 64 hexadecimal digits, received ${shown(persistedQuery)}.`,
      400,
    );
  }
  if (typeof query === "string" && operationId(query) !== data.sha256Hash) {
    throw new ApiError(
      "BAD_REQUEST",
      `Expected the SHA-256 of the query, ${operationId(query)}, received ${data.sha256Hash}.`,
      400,
    );
  }
}
