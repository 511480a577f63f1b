import { SubgraphFailure } from "../context/subgraph-failure";
import type { GatewayContext } from "../context/gateway-context";
import { readResponse } from "./read-response";
import { recordCall } from "./record-call";
import type { SendToSubgraph } from "./send-to-subgraph";
import type { StandIn, StandIns } from "./stand-in";
import type { SubgraphRequest, SubgraphResponse } from "./subgraph-request";

/** How a subgraph is reached. */
export interface SubgraphOptions {
  readonly name: string;
  readonly send: SendToSubgraph;
  /** Answers what this one does not. */
  readonly others: StandIns;
}

/** What answers the requests to a subgraph. */
export interface AskSubgraph {
  /**
   * Answers a request, or as much of it as can be answered.
   * @throws SubgraphFailure where nothing can
   */
  answer(request: SubgraphRequest): Promise<SubgraphResponse>;
}

/** One subgraph as the gateway asks it. Where it does not answer, others answer what they can. */
export class Subgraph implements AskSubgraph, StandIn {
  readonly name: string;
  private readonly send: SendToSubgraph;
  private readonly others: StandIns;

  constructor({ name, send, others }: SubgraphOptions) {
    this.name = name;
    this.send = send;
    this.others = others;
  }

  /** Asks this subgraph, and others where it does not answer. */
  async answer(request: SubgraphRequest): Promise<SubgraphResponse> {
    const { failures } = request.context;
    try {
      const earlier = failures.get(this.name);
      if (earlier) throw earlier.ofUnsent();
      return await this.ask(request);
    } catch (error) {
      const failure = this.failureFrom(error);
      if (failure.code === "SUBGRAPH_ABANDONED") throw failure;
      if (failure.isPassing) failures.set(this.name, failure);
      return this.others.recover(request, failure);
    }
  }

  /** Asks this subgraph and no other. */
  async ask(request: SubgraphRequest): Promise<SubgraphResponse> {
    const startedAt = performance.now();
    try {
      const { operation, representations, variables, context } = request;
      const body = operation.bodyWith(request);
      const wait = operation.waitWith(variables);
      const received = await this.send({ headers: headersOf(context), body, wait });
      const response = readResponse(this.name, received, context);
      if (representations) this.checkEntities(response, representations.length);
      recordCall(this.name, request, startedAt);
      return response;
    } catch (error) {
      recordCall(this.name, request, startedAt, error);
      throw error;
    }
  }

  /** There must be one for each that was asked for. */
  private checkEntities({ data }: SubgraphResponse, count: number): void {
    const entities = data?.["_entities"];
    if (data && !(Array.isArray(entities) && entities.length === count)) {
      throw new SubgraphFailure(this.name, "SUBGRAPH_INVALID_RESPONSE");
    }
  }

  private failureFrom(error: unknown): SubgraphFailure {
    return error instanceof SubgraphFailure
      ? error
      : new SubgraphFailure(this.name, "SUBGRAPH_INVALID_RESPONSE", { cause: error });
  }
}

/** The caller's language and the caller's own id of the request are passed on. Ours is in the assertion. */
function headersOf({
  clientRequestId,
  forwardedHeaders,
}: GatewayContext): Readonly<Record<string, string>> {
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    ...forwardedHeaders,
  };
  return clientRequestId === undefined ? headers : { ...headers, "x-request-id": clientRequestId };
}
