import type { FastifyInstance } from "fastify";
import { type GraphQLSchema, parse } from "graphql";
import { callerOf } from "../../subgraphs/kit/http/request-caller";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";
import { askedOperation } from "../context/asked-operation";
import { tabularRequest } from "./choose-format";
import { completeDocument } from "./tables/complete-document";

/**
 * Adds to documents that are answered with tables what tables have to say besides. It does not touch those of apps, which
 * are registered as they are; nor what is sent by GET or with its hash.
 *
 * @param schema - what callers see
 */
export function completeDocuments(schema: GraphQLSchema): (scope: FastifyInstance) => void {
  return (scope) => {
    addRequestHook(scope, "preHandler", (request) => {
      if (!tabularRequest() || callerOf(request).roles.includes("app")) return;
      const { body } = request;
      if (typeof body !== "object" || body === null || !("query" in body)) return;
      // What is sent with its hash has to fit that.
      const hasHash = askedOperation(request).persistedQuery !== undefined;
      if (typeof body.query === "string" && !hasHash) body.query = completed(body.query, schema);
    });
  };
}

function completed(source: string, schema: GraphQLSchema): string {
  try {
    return completeDocument(source, parse(source), schema);
  } catch {
    // It is refused where documents are parsed.
    return source;
  }
}
