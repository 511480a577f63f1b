import { type ErrorCode, isErrorCode } from "../../subgraphs/kit/errors";

/** What a subgraph says of the request as a whole, which the gateway wrote and not the caller. */
const refusals: ReadonlySet<unknown> = new Set<ErrorCode>([
  "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "INVALID_ASSERTION",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/**
 * Whether by this code a subgraph refuses the gateway's request, as one does that is of another version than the
 * supergraph. The caller's own query fits the supergraph, or would not have come so far.
 */
export function isRefusal(code: unknown): boolean {
  return refusals.has(code);
}

/** Whether a subgraph says by this code that it can take no request now, nor has begun this one. */
export function isTooBusy(code: unknown): boolean {
  return code === ("TOO_BUSY" satisfies ErrorCode);
}

/** Whether a subgraph's code says that the caller has to mend something: another subgraph would say the same. */
export function isCallersFault(code: unknown): boolean {
  return (
    isErrorCode(code) &&
    !isRefusal(code) &&
    !isTooBusy(code) &&
    code !== "INTERNAL_SERVER_ERROR" &&
    !code.startsWith("SUBGRAPH_")
  );
}
