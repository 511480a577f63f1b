import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyRequest } from "fastify";
import type { FormattedExecutionResult } from "graphql";
import { type GatewayContext, gatewayContext } from "../../context/gateway-context";
import type { KnownOperations } from "../../known/known-operations";
import type { RunOperation } from "./read-pages";
import type { SentOperation } from "./whole-list";

/** What runs operations. */
export interface Runners {
  readonly known: KnownOperations;
  readonly apollo: ApolloServer<GatewayContext>;
}

/**
 * Makes what runs operations for one request, each with what it sees and records of its own. The first has the place of
 * the request, each other waits for one: those who read slowly hold none meanwhile.
 */
export function runOf(runners: Runners, request: FastifyRequest): RunOperation {
  let hasPlace = true;
  return async (operation) => {
    const giveBack = hasPlace ? undefined : await request.takePlace?.();
    hasPlace = false;
    try {
      return await run(runners, request, operation);
    } finally {
      giveBack?.();
    }
  };
}

async function run(
  { known, apollo }: Runners,
  request: FastifyRequest,
  { query, operationName, variables }: SentOperation,
): Promise<FormattedExecutionResult> {
  const contextValue = gatewayContext(request);
  const operation = {
    query,
    variables,
    ...(operationName !== undefined && { operationName }),
    http: { method: "POST", headers: new HeaderMap(), search: "", body: { query } },
  };
  const { body } = await (known.run(operation, contextValue) ??
    apollo.executeOperation(operation, { contextValue }));
  if (body.kind !== "single") throw new Error("Expected a single answer.");
  return body.singleResult;
}
