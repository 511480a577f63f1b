import type { FastifyInstance } from "fastify";
import { callerOf } from "../../subgraphs/kit/http/request-caller";
import { BoundedCache } from "../failover/bounded-cache";
import { askedOperation } from "../operations/asked-operation";
import { budgetOf, type Budgets } from "./budgets";
import { type DocumentSize, isWithin, measureDocument, sizeLimits } from "./document-size";
import { dryRunHeader, isDryRun } from "./dry-run";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";

/**
 * Refuses a document that is too long for its caller's budget, or nested too deep, before it is parsed.
 *
 * @throws ApiError DOCUMENT_TOO_LONG or QUERY_TOO_DEEP; BAD_REQUEST for a header `graph-dry-run` that says neither
 */
export function limitDocuments(budgets: Budgets): (scope: FastifyInstance) => void {
  const sizes = new BoundedCache<DocumentSize>();
  return (scope) => {
    addRequestHook(scope, "preHandler", (request) => {
      isDryRun(request.headers[dryRunHeader]);
      const { query } = askedOperation(request);
      if (typeof query !== "string") return;
      const most = sizeLimits(budgetOf(budgets, callerOf(request).roles));
      const size = sizes.get(query, () => measureDocument(query, most));
      // Known from a caller with a larger budget: refused as if it were not.
      if (!isWithin(size, most)) measureDocument(query, most);
    });
  };
}
