import { errors } from "undici";
import { SubgraphFailure } from "../errors/subgraph-failure";
import type { FetchSubgraph } from "./fetch-subgraph";
import type { HangWatch } from "./hang-watch";

/**
 * Makes a fetcher that sends nothing to a subgraph that is known to hang: it throws the SubgraphFailure that ended the
 * last wait.
 */
export function failFast(fetcher: FetchSubgraph, watch: HangWatch): FetchSubgraph {
  return async (url, init) => {
    const expected = await watch.expectedFailure();
    if (expected) throw expected.ofUnsent();
    try {
      const response = await fetcher(url, init);
      watch.answered();
      return response;
    } catch (error) {
      if (error instanceof SubgraphFailure && hasCostTime(error)) watch.suspect(error);
      throw error;
    }
  };
}

/**
 * A refused connection costs no time and is tried every time; a host that drops packets costs as much as one that
 * hangs.
 */
function hasCostTime({ code, cause }: SubgraphFailure): boolean {
  return code === "SUBGRAPH_TIMEOUT" || cause instanceof errors.ConnectTimeoutError;
}
