import type { FastifyInstance } from "fastify";
import { today } from "../subgraphs/kit/clock";
import { ApiError, shown } from "../subgraphs/kit/errors";
import { isDate } from "../subgraphs/kit/graphql/scalars";
import { setAsOf } from "../subgraphs/kit/request-as-of";

/**
 * Decides the day of requests before their bodies are read: that of the header `Graph-As-Of`, else today. All subgraphs
 * are told this one, so that a request around midnight is of one day. A request where the header is no date, or there
 * twice, ends there.
 */
export function readAsOf(scope: FastifyInstance): void {
  scope.addHook("onRequest", async (request) => {
    setAsOf(request, asOfHeader(request.headers["graph-as-of"]) ?? today());
  });
}

/** A header that was sent twice arrives as one text, with a comma between the two. */
function asOfHeader(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === "string" && isDate(header)) return header;
  throw new ApiError(
    "INVALID_DATE",
    `Expected Graph-As-Of to be one date such as "2024-03-31", received ${shown(header)}.`,
  );
}
