import type { RemoteGraphQLDataSource } from "@apollo/gateway";
import { errors } from "undici";
import { SubgraphFailure } from "../errors/subgraph-failure";
import type { HangWatch } from "./hang-watch";

type Fetcher = RemoteGraphQLDataSource["fetcher"];

/**
 * Makes a fetcher that does not wait for a subgraph of which it is known that it hangs: it throws the SubgraphFailure that
 * waiting ended with, and sends nothing.
 */
export function failFast(fetcher: Fetcher, watch: HangWatch): Fetcher {
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
