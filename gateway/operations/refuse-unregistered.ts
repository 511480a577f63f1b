import type { FastifyInstance, FastifyRequest } from "fastify";
import { callerOf } from "../../subgraphs/kit/http/request-caller";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import { type AskedOperation, askedOperation } from "../context/asked-operation";
import { mayRun, type WantedOperation } from "./may-run";
import { NotRegistered } from "./not-registered";
import { operationId } from "./operation-id";
import { persistedQueryShape } from "./persisted-query-shape";
import type { OperationsOfNow, RegisteredOperations } from "./registered-operations";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";

/**
 * Refuses what an app is not permitted to run before it is parsed, so that an app learns nothing of the schema from
 * errors. Also refuses, for every caller, a malformed hash or one that is not that of the query beside it.
 *
 * @throws ApiError OPERATION_NOT_REGISTERED or BAD_REQUEST, to the caller
 */
export function refuseUnregistered(operations: OperationsOfNow): (scope: FastifyInstance) => void {
  return (scope) => {
    const refuse = (request: FastifyRequest, registered: RegisteredOperations) => {
      const asked = askedOperation(request);
      const wanted = wantedOf(asked);
      if (!mayRun(callerOf(request), wanted, registered)) throw new NotRegistered(wanted);
      refuseBadHash(asked);
    };
    addRequestHook(scope, "preHandler", (request) => {
      const { fresh } = operations;
      if (fresh === undefined) {
        return operations.current().then((registered) => refuse(request, registered));
      }
      return refuse(request, fresh);
    });
  };
}

function wantedOf({ query, operationName, persistedQuery }: AskedOperation): WantedOperation {
  if (query !== undefined) return { text: query, operationName };
  return { id: persistedQueryShape.safeParse(persistedQuery).data?.sha256Hash, operationName };
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
