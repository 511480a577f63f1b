import type { FastifyInstance } from "fastify";
import { callerOf } from "../../subgraphs/kit/http/request-caller";
import { askedOperation } from "../operations/asked-operation";
import { budgetOf, type Budgets } from "./budgets";
import { measureDocument, sizeLimits } from "./document-size";
import { dryRunHeader, isDryRun } from "./dry-run";

/**
 * Refuses a document that is too long for its caller's budget, or nested too deep, before it is parsed.
 *
 * @throws ApiError DOCUMENT_TOO_LONG or QUERY_TOO_DEEP; BAD_REQUEST for a header `graph-dry-run` that says neither
 */
export function limitDocuments(budgets: Budgets): (scope: FastifyInstance) => void {
  return (scope) => {
    scope.addHook("preHandler", async (request) => {
      isDryRun(request.headers[dryRunHeader]);
      const { query } = askedOperation(request);
      if (typeof query !== "string") return;
      measureDocument(query, sizeLimits(budgetOf(budgets, callerOf(request).roles)));
    });
  };
}
