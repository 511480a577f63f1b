import { currentRequest, type SubgraphCall } from "../../subgraphs/kit/request-scope";
import { SubgraphFailure } from "../context/subgraph-failure";
import type { SubgraphRequest } from "./subgraph-request";

/** Notes a call to a subgraph that has ended, for the log line of its request. */
export function recordCall(
  subgraph: string,
  { representations }: Pick<SubgraphRequest, "representations">,
  startedAt: number,
  error?: unknown,
): void {
  const call: SubgraphCall = {
    subgraph,
    kind: representations ? "entities" : "root",
    representations: representations?.length ?? 0,
    milliseconds: Math.round(performance.now() - startedAt),
  };
  currentRequest()?.subgraphCalls.push(
    error === undefined ? call : { ...call, error: codeOf(error) },
  );
}

function codeOf(error: unknown): string {
  return error instanceof SubgraphFailure ? error.code : "SUBGRAPH_INVALID_RESPONSE";
}
