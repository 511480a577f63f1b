import { type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from "@apollo/gateway";
import { type ErrorCode, isErrorCode } from "../../subgraphs/kit/errors";
import { isRefusal, isTooBusy } from "../errors/code-from-subgraph";
import { SubgraphFailure } from "../errors/subgraph-failure";
import type { GatewayContext } from "../context/gateway-context";
import { askOnce } from "./ask-once";
import type { FetchSubgraph } from "./fetch-subgraph";
import { personsOf } from "./persons-of-response";
import { recordingCall } from "./record-call";
import type { StandIn, StandIns } from "./stand-in";
import type { SubgraphRequest, SubgraphResponse } from "./subgraph-request";

/** What the library has asked of a subgraph. */
type LibraryRequest = GraphQLDataSourceProcessOptions<GatewayContext>;

/** How a subgraph is reached. */
export interface SubgraphDataSourceOptions {
  readonly name: string;
  readonly url: string;
  readonly fetch: FetchSubgraph;
  /** Answers what this one does not. */
  readonly others: StandIns;
}

/**
 * One subgraph as the gateway asks it: each entity once, over kept-alive connections.
 * Where it does not answer, others answer what they can. Throws SubgraphFailure and nothing else.
 */
export class SubgraphDataSource extends RemoteGraphQLDataSource<GatewayContext> implements StandIn {
  readonly name: string;
  private readonly others: StandIns;

  constructor({ name, url, fetch, others }: SubgraphDataSourceOptions) {
    // The library reads no more of a response than what ours have.
    super({ url, fetcher: fetch as RemoteGraphQLDataSource["fetcher"] });
    this.name = name;
    this.others = others;
  }

  /** Asks this subgraph, and others where it does not answer. */
  override async process(request: LibraryRequest): Promise<SubgraphResponse> {
    if (!isPartOfAnswer(request)) return super.process(request);
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
  ask(request: SubgraphRequest): Promise<SubgraphResponse> {
    return askOnce(this.name, request, (deduplicated) =>
      recordingCall(this.name, deduplicated, () => super.process(deduplicated as LibraryRequest)),
    );
  }

  /** Passes on the caller's language and the caller's own id of the request. */
  override willSendRequest(request: LibraryRequest): void {
    const headers = request.request.http?.headers;
    if (!headers || !isPartOfAnswer(request)) return;
    const { clientRequestId, forwardedHeaders } = request.context;
    headers.set("accept", "application/json");
    // Ours is in the assertion.
    if (clientRequestId !== undefined) headers.set("x-request-id", clientRequestId);
    for (const [name, value] of Object.entries(forwardedHeaders)) headers.set(name, value);
  }

  /**
   * Notes whose data the answer holds, and removes that from it. Of a subgraph's errors only what callers are permitted
   * to see is kept: no stack, no HTTP status, no address.
   *
   * @throws SubgraphFailure if the subgraph refuses what the gateway wrote, or takes no request now
   */
  override didReceiveResponse({
    response: received,
    context: { persons, counted },
  }: {
    response: SubgraphResponse;
    context: GatewayContext;
  }): SubgraphResponse {
    const { extensions: _dropped, ...response } = received;
    const answered = personsOf(this.name, received);
    for (const person of answered.persons) persons.add(person);
    for (const count of answered.counted) counted.add(count);
    if (!response.errors) return response;
    const refusal = response.errors.find(({ extensions }) => isRefusal(extensions?.["code"]));
    if (response.errors.some(({ extensions }) => isTooBusy(extensions?.["code"]))) {
      throw new SubgraphFailure(this.name, "SUBGRAPH_UNAVAILABLE", { wasAsked: false });
    }
    if (refusal) {
      const cause = new Error(`${String(refusal.extensions?.["code"])}: ${refusal.message}`);
      throw new SubgraphFailure(this.name, "SUBGRAPH_INVALID_RESPONSE", { cause });
    }
    const errors = response.errors.map(({ message, path, extensions }) => ({
      message,
      ...(path && isInAnswer(path) && { path }),
      extensions: { code: knownCode(extensions?.["code"]), subgraph: this.name },
    }));
    return { ...response, errors };
  }

  /** The fetcher has read and checked the body. */
  override parseBody(response: { json(): Promise<object> }): Promise<object> {
    return response.json();
  }

  private failureFrom(error: unknown): SubgraphFailure {
    return error instanceof SubgraphFailure
      ? error
      : new SubgraphFailure(this.name, "SUBGRAPH_INVALID_RESPONSE", { cause: error });
  }
}

/** Whether a request is for a part of a caller's answer, and so has a {@link GatewayContext}. */
function isPartOfAnswer(request: LibraryRequest): request is LibraryRequest & SubgraphRequest {
  return "incomingRequestContext" in request;
}

/**
 * A path to all entities at once is no place in the caller's answer: a subgraph that refuses a whole request uses it.
 */
function isInAnswer([first, second]: readonly (string | number)[]): boolean {
  return first !== "_entities" || typeof second === "number";
}

/** Other codes could be the library's own, which it treats specially. */
function knownCode(code: unknown): ErrorCode {
  return isErrorCode(code) ? code : "INTERNAL_SERVER_ERROR";
}
