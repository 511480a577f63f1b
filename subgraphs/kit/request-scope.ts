import { AsyncLocalStorage } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "./caller";
import type { RequestEnd } from "./request-end";

/** What is known about the HTTP request being answered, wherever the code is. */
export interface RequestScope {
  /** Made by the process that is asked first, never twice; the same in all processes. */
  requestId: string;
  /** What the caller calls the request, in `x-request-id`; callers may say the same of several. */
  readonly clientRequestId?: string;
  /** SQL statements sent for this request so far, by the tag in their leading comment. */
  readonly statements: string[];
  /** Requests sent to subgraphs for this request so far; only the gateway sends any. */
  readonly subgraphCalls: SubgraphCall[];
  /** Who asks, once it has been established. */
  caller?: Caller;
  /** The day in force where a field's `asOf` is not given, once it has been decided. */
  asOf?: string;
  /** Over once nobody waits for the answer any more: what is still done for it can be given up. */
  end?: RequestEnd;
  /** Where the audit log has it, once it is recorded; only the gateway records any. */
  audit?: { readonly seq: number; readonly hash: string };
}

/** One request to a subgraph, as the log line of the request that caused it shows it. */
export interface SubgraphCall {
  readonly subgraph: string;
  /** `entities` where fields are added to entities another subgraph gave, else `root`. */
  readonly kind: "root" | "entities";
  /** How many entities were asked for; 0 for `root`. */
  readonly representations: number;
  readonly milliseconds: number;
  /** The code with which it failed as a whole. */
  readonly error?: string;
}

/** Publishes the {@link RequestScope} of each request once it is answered, for whoever measures in this process. */
export const answeredRequests = channel("personnel-graph:answered");

const storage = new AsyncLocalStorage<RequestScope>();

/** Runs `work` as part of the request `scope` describes. */
export function runInRequest<Result>(scope: RequestScope, work: () => Result): Result {
  return storage.run(scope, work);
}

/** Gives a request the id under which the gateway knows it, in its log line, its answer and whatever is kept of it. */
export function takeRequestId(request: FastifyRequest, reply: FastifyReply, id: string): void {
  request.id = id;
  void reply.header("x-request-id", id);
  const scope = currentRequest();
  if (scope) scope.requestId = id;
}

/** The request being answered, or `undefined` outside of one (start-up, migrations). */
export function currentRequest(): RequestScope | undefined {
  return storage.getStore();
}
