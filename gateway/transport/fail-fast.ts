import { errors } from "undici";
import { SubgraphFailure } from "../context/subgraph-failure";
import type { HangWatch } from "./hang-watch";
import type { SendToSubgraph } from "./send-to-subgraph";

/**
 * Sends nothing to a subgraph that is known to hang: the SubgraphFailure that ended the last wait is thrown instead.
 */
export function failFast(send: SendToSubgraph, watch: HangWatch): SendToSubgraph {
  return async (message) => {
    const expected = watch.isCalm ? undefined : await watch.expectedFailure();
    if (expected) throw expected.ofUnsent();
    try {
      const response = await send(message);
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
