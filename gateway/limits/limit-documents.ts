import type { FastifyInstance } from "fastify";
import { callerOf } from "../../subgraphs/kit/http/request-caller";
import { Latest } from "../../subgraphs/kit/latest";
import { askedOperation } from "../context/asked-operation";
import { budgetOf, type Budgets } from "./budgets";
import { type DocumentSize, isWithin, measureDocument, sizeLimits } from "./document-size";
import { dryRunHeader, isDryRun } from "../context/dry-run";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";

/** Of how many documents the size is kept, and how long they are together. */
const mostKept = 500;
const mostCharacters = 1_000_000;

/**
 * Refuses a document that is too long for its caller's budget, or nested too deep, before it is parsed.
 *
 * @throws ApiError DOCUMENT_TOO_LONG or QUERY_TOO_DEEP; BAD_REQUEST for a header `graph-dry-run` that says neither
 */
export function limitDocuments(budgets: Budgets): (scope: FastifyInstance) => void {
  const sizes = new Latest<DocumentSize>(mostKept, mostCharacters);
  return (scope) => {
    addRequestHook(scope, "preHandler", (request) => {
      isDryRun(request.headers[dryRunHeader]);
      const { query } = askedOperation(request);
      if (typeof query !== "string") return;
      const most = sizeLimits(budgetOf(budgets, callerOf(request).roles));
      const known = sizes.get(query);
      // One from a caller with a larger budget is refused as if it were not known.
      if (known && isWithin(known, most)) return;
      sizes.set(query, measureDocument(query, most), query.length);
    });
  };
}
