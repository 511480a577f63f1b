import { currentRequest } from "../../subgraphs/kit/request-scope";
import { SubgraphFailure } from "../context/subgraph-failure";
import type { SubgraphRequest } from "./subgraph-request";

/** Notes a call to a subgraph, however it ends, for the log line of its request. */
export async function recordingCall<Result>(
  subgraph: string,
  { representations }: Pick<SubgraphRequest, "representations">,
  call: () => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now();
  const record = (error?: string) =>
    currentRequest()?.subgraphCalls.push({
      subgraph,
      kind: representations ? "entities" : "root",
      representations: representations?.length ?? 0,
      milliseconds: Math.round(performance.now() - startedAt),
      ...(error !== undefined && { error }),
    });
  try {
    const result = await call();
    record();
    return result;
  } catch (error) {
    record(error instanceof SubgraphFailure ? error.code : "SUBGRAPH_INVALID_RESPONSE");
    throw error;
  }
}
