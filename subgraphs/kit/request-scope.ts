import { AsyncLocalStorage } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";
import type { Caller } from "./access/caller";

/** What is known about the HTTP request being answered, wherever the code is. */
export interface RequestScope {
  /** Given by the caller in `x-request-id`, or made here; the same in all processes. */
  readonly requestId: string;
  /** SQL statements sent for this request so far, by the tag in their leading comment. */
  readonly statements: string[];
  /** Requests sent to subgraphs for this request so far; only the gateway sends any. */
  readonly subgraphCalls: SubgraphCall[];
  /** Who asks, once it has been established. */
  caller?: Caller;
  /** The day in force where a field's `asOf` is not given, once it has been decided. */
  asOf?: string;
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

/** The request being answered, or `undefined` outside of one (start-up, migrations). */
export function currentRequest(): RequestScope | undefined {
  return storage.getStore();
}
