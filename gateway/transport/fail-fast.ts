import { errors } from "undici";
import { SubgraphFailure } from "../errors/subgraph-failure";
import type { FetchSubgraph } from "./fetch-subgraph";
import type { HangWatch } from "./hang-watch";

/**
 * Makes a fetcher that does not wait for a subgraph of which it is known that it hangs: it throws the SubgraphFailure that
 * waiting ended with, and sends nothing.
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

/** A refused connection costs nothing and is tried every time; a host that drops packets is as slow as one that hangs. */
function hasCostTime({ code, cause }: SubgraphFailure): boolean {
  return code === "SUBGRAPH_TIMEOUT" || cause instanceof errors.ConnectTimeoutError;
}
