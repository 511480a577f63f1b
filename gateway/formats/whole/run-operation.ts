import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyRequest } from "fastify";
import { type GatewayContext, gatewayContext } from "../../context/gateway-context";
import type { KnownOperations } from "../../known/known-operations";
import type { RunOperation } from "./read-pages";

/** What runs operations. */
export interface Runners {
  readonly known: KnownOperations;
  readonly apollo: ApolloServer<GatewayContext>;
}

/** Makes what runs operations for one request, each with what it sees and records of its own. */
export function runOf({ known, apollo }: Runners, request: FastifyRequest): RunOperation {
  return async ({ query, operationName, variables }) => {
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
  };
}
