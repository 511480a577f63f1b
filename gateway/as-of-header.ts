import type { FastifyInstance } from "fastify";
import { today } from "../subgraphs/kit/clock";
import { ApiError, shown } from "../subgraphs/kit/errors";
import { isDate } from "../subgraphs/kit/graphql/scalars";
import { setAsOf } from "../subgraphs/kit/request-as-of";
import { addRequestHook } from "../subgraphs/kit/http/request-hook";

/**
 * Decides the day in force of a request before its body is read: that of the header `Graph-As-Of`, otherwise today. All
 * subgraphs use this day, also around midnight. A request is refused if the header is not a date or is there twice.
 */
export function readAsOf(scope: FastifyInstance): void {
  addRequestHook(scope, "onRequest", (request) => {
    setAsOf(request, asOfHeader(request.headers["graph-as-of"]) ?? today());
  });
}

/** A header that was sent twice arrives as one text, with a comma between the two. */
function asOfHeader(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === "string" && isDate(header)) return header;
  throw new ApiError(
    "INVALID_DATE",
    `Expected Graph-As-Of to be one day that exists, YYYY-MM-DD such as "2024-03-31", received ${shown(header)}.`,
  );
}
