import type { SubgraphFailure } from "../context/subgraph-failure";
import type { SubgraphRequest, SubgraphResponse } from "./subgraph-request";

/** A subgraph that can be asked in the place of another. */
export interface StandIn {
  readonly name: string;
  /** Asks this subgraph and no other; throws SubgraphFailure. */
  ask(request: SubgraphRequest): Promise<SubgraphResponse>;
}

/** The other subgraphs, for a request that one of them could not answer. */
export interface StandIns {
  /**
   * Answers as much of a request as other subgraphs can; `failure` says why its own subgraph did not.
   * @throws SubgraphFailure where no other subgraph can answer anything
   */
  recover(request: SubgraphRequest, failure: SubgraphFailure): Promise<SubgraphResponse>;
}
