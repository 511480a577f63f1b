import type { Dispatcher } from "undici";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { SubgraphFailure } from "../context/subgraph-failure";
import { HttpExchange } from "./http-exchange";
import type { PostToSubgraph } from "./send-to-subgraph";
import { TimeLimits } from "./time-limits";

/** How one subgraph is reached. */
export interface PostByHttpOptions {
  readonly subgraph: string;
  readonly url: string;
  readonly dispatcher: Dispatcher;
  /** For requests that are asked to wait: they keep their connections, which others need. */
  readonly waitingDispatcher: Dispatcher;
  /** How long a request may take. */
  readonly timeoutMilliseconds: number;
}

/**
 * Makes what posts to one subgraph.
 *
 * It throws SubgraphFailure where nothing comes back: `SUBGRAPH_UNAVAILABLE` without a connection, `SUBGRAPH_TIMEOUT`
 * after `timeoutMilliseconds` in which the gateway could have read an answer, `SUBGRAPH_ABANDONED` if the caller has gone
 * away.
 */
export function postByHttp({
  subgraph,
  url,
  dispatcher,
  waitingDispatcher,
  timeoutMilliseconds,
}: PostByHttpOptions): PostToSubgraph {
  const { origin, pathname, search } = new URL(url);
  const limits = new TimeLimits(timeoutMilliseconds);
  const address = { origin, path: `${pathname}${search}`, method: "POST" } as const;
  return async ({ headers, body, wait }) => {
    const { end } = currentRequest() ?? {};
    if (end?.isOver) throw abandoned(subgraph);
    const exchange = new HttpExchange();
    const limitOver = limits.begin(
      () => exchange.end(new SubgraphFailure(subgraph, "SUBGRAPH_TIMEOUT")),
      wait,
    );
    const abandon = () => exchange.end(abandoned(subgraph));
    end?.watch(abandon);
    try {
      const sending = wait > 0 ? waitingDispatcher : dispatcher;
      sending.dispatch({ ...address, headers, body }, exchange);
      return await exchange.response;
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
