import type { Dispatcher } from "undici";
import { shareHeader } from "../../subgraphs/kit/access/key-share";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { SubgraphFailure } from "../context/subgraph-failure";
import { type GraphQLResponseBody, isGraphQLResponse } from "./graphql-response";
import { HttpExchange } from "./http-exchange";
import type { SendToSubgraph } from "./send-to-subgraph";
import { TimeLimits } from "./time-limits";

/** The statuses of a proxy whose server does not answer, and of a server that is stopping. */
const unavailableStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/** How one subgraph is reached. */
export interface SendByHttpOptions {
  readonly subgraph: string;
  readonly url: string;
  readonly dispatcher: Dispatcher;
  /** How long a request may take. */
  readonly timeoutMilliseconds: number;
}

/**
 * Makes what sends requests to one subgraph. A GraphQL response is a success whatever its status, so that the
 * subgraph's own errors reach the caller.
 *
 * It throws SubgraphFailure where there is no GraphQL response: `SUBGRAPH_UNAVAILABLE` without a connection,
 * `SUBGRAPH_TIMEOUT` after `timeoutMilliseconds` in which the gateway could have read an answer, `SUBGRAPH_ABANDONED` if
 * the caller has gone away, otherwise `SUBGRAPH_INVALID_RESPONSE`.
 */
export function sendByHttp({
  subgraph,
  url,
  dispatcher,
  timeoutMilliseconds,
}: SendByHttpOptions): SendToSubgraph {
  const { origin, pathname, search } = new URL(url);
  const limits = new TimeLimits(timeoutMilliseconds);
  const address = { origin, path: `${pathname}${search}`, method: "POST" } as const;
  return async ({ headers, body, hearShare }) => {
    const { end } = currentRequest() ?? {};
    if (end?.isOver) throw abandoned(subgraph);
    const exchange = new HttpExchange();
    const limitOver = limits.begin(() =>
      exchange.end(new SubgraphFailure(subgraph, "SUBGRAPH_TIMEOUT")),
    );
    const abandon = () => exchange.end(abandoned(subgraph));
    end?.watch(abandon);
    try {
      dispatcher.dispatch({ ...address, headers, body }, exchange);
      const { status, text, headers: answered } = await exchange.response;
      const { [shareHeader]: share } = answered;
      if (typeof share === "string") hearShare?.(share);
      return understood(subgraph, status, text);
    } catch (error) {
      if (error instanceof SubgraphFailure) throw error;
      const wasAsked = !isWithoutConnection(error);
      throw new SubgraphFailure(subgraph, "SUBGRAPH_UNAVAILABLE", { wasAsked, cause: error });
    } finally {
      limitOver();
      end?.unwatch(abandon);
    }
  };
}

function abandoned(subgraph: string): SubgraphFailure {
  return new SubgraphFailure(subgraph, "SUBGRAPH_ABANDONED");
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

function understood(subgraph: string, status: number, text: string): GraphQLResponseBody {
  const body = parsed(text);
  if (isGraphQLResponse(body)) return body;
  const code = unavailableStatuses.has(status)
    ? "SUBGRAPH_UNAVAILABLE"
    : "SUBGRAPH_INVALID_RESPONSE";
  const cause = new Error(`HTTP status ${status}, ${text.length} characters`);
  throw new SubgraphFailure(subgraph, code, { cause });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
