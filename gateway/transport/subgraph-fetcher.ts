import { type Dispatcher, request } from "undici";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { SubgraphFailure, type SubgraphFailureCode } from "../errors/subgraph-failure";
import type { FetchedResponse, FetchSubgraph } from "./fetch-subgraph";
import { isGraphQLResponse } from "./graphql-response";
import { withTimeLimit } from "./time-limit";

/** The statuses of a proxy whose server does not answer, and of a server that is stopping. */
const unavailableStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Makes the fetcher of one subgraph's data source. A GraphQL response is a success whatever its status, so that the
 * subgraph's own errors reach the caller.
 *
 * The fetcher throws SubgraphFailure where there is no GraphQL response: `SUBGRAPH_UNAVAILABLE` without a connection,
 * `SUBGRAPH_TIMEOUT` after `timeoutMilliseconds` in which the gateway could have read an answer, `SUBGRAPH_ABANDONED` if
 * the caller has gone away, otherwise `SUBGRAPH_INVALID_RESPONSE`.
 */
export function subgraphFetcher(
  subgraph: string,
  dispatcher: Dispatcher,
  timeoutMilliseconds: number,
): FetchSubgraph {
  return (url, { headers, body } = {}) => {
    const { over } = currentRequest() ?? {};
    const ask = async (signal: AbortSignal) => {
      try {
        const response = await request(url, {
          dispatcher,
          method: "POST",
          signal,
          ...(headers && { headers }),
          ...(body !== undefined && { body }),
        });
        return understood(subgraph, url, response, await response.body.text());
      } catch (error) {
        if (error instanceof SubgraphFailure) throw error;
        throw new SubgraphFailure(subgraph, codeOf(signal, over), {
          wasAsked: !isWithoutConnection(error),
          cause: error,
        });
      }
    };
    return withTimeLimit(timeoutMilliseconds, ask, over);
  };
}

function codeOf(signal: AbortSignal, over: AbortSignal | undefined): SubgraphFailureCode {
  if (over?.aborted) return "SUBGRAPH_ABANDONED";
  return signal.aborted ? "SUBGRAPH_TIMEOUT" : "SUBGRAPH_UNAVAILABLE";
}

/** The codes of the system and of undici for a connection that was never made. */
const withoutConnection: ReadonlySet<unknown> = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function isWithoutConnection(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    withoutConnection.has(error.code)
  );
}

function understood(
  subgraph: string,
  url: string,
  { statusCode, headers }: Dispatcher.ResponseData,
  text: string,
): FetchedResponse {
  const body = parsed(text);
  if (!isGraphQLResponse(body)) {
    const code = unavailableStatuses.has(statusCode)
      ? "SUBGRAPH_UNAVAILABLE"
      : "SUBGRAPH_INVALID_RESPONSE";
    const cause = new Error(`HTTP status ${statusCode}, ${text.length} characters`);
    throw new SubgraphFailure(subgraph, code, { cause });
  }
  return {
    ok: true,
    url,
    status: statusCode,
    statusText: "",
    headers: { get: (name) => headers[name.toLowerCase()]?.toString() ?? null },
    json: () => Promise.resolve(body),
    text: () => Promise.resolve(text),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
