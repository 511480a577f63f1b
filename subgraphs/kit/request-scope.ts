import { AsyncLocalStorage } from "node:async_hooks";

/** What is known about the HTTP request being answered, wherever the code is. */
export interface RequestScope {
  /** Given by the caller in `x-request-id`, or made here; the same in all processes. */
  readonly requestId: string;
  /** SQL statements sent for this request so far, by the tag in their leading comment. */
  readonly statements: string[];
}

const storage = new AsyncLocalStorage<RequestScope>();

/** Runs `work` as part of the request `scope` describes. */
export function runInRequest<Result>(scope: RequestScope, work: () => Result): Result {
  return storage.run(scope, work);
}

/** The request being answered, or `undefined` outside of one (start-up, migrations). */
export function currentRequest(): RequestScope | undefined {
  return storage.getStore();
}
