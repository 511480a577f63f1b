import { type ErrorCode, isErrorCode } from "../../subgraphs/kit/errors";

/** Codes with which a subgraph refuses a request as a whole, which the gateway wrote and not the caller. */
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
 * True if a subgraph refuses the gateway's own request with this code, for example because it has another version than
 * the supergraph. The caller's query fits the supergraph: it has been validated.
 */
export function isRefusal(code: unknown): boolean {
  return refusals.has(code);
}

/** True if a subgraph reports with this code that it can take no request now and has not begun this one. */
export function isTooBusy(code: unknown): boolean {
  return code === ("TOO_BUSY" satisfies ErrorCode);
}

const busy: ReadonlySet<unknown> = new Set<ErrorCode>(["SERVICE_BUSY", "STATISTICS_BUSY"]);

/** True if a subgraph reports with this code that it is too busy for a field now, which passes by itself. */
export function isBusy(code: unknown): boolean {
  return busy.has(code);
}

/** True if the caller has to correct something: another subgraph would refuse the request as well. */
export function isCallersFault(code: unknown): boolean {
  return (
    isErrorCode(code) &&
    !isRefusal(code) &&
    !isTooBusy(code) &&
    !isBusy(code) &&
    code !== "INTERNAL_SERVER_ERROR" &&
    !code.startsWith("SUBGRAPH_")
  );
}
