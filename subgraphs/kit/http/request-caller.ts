import type { FastifyInstance, FastifyRequest } from "fastify";
import { currentRequest } from "../request-scope";
import type { Caller } from "../caller";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks, once it has been established. Read it through `callerOf`, which does not take none for an answer. */
    caller: Caller | undefined;
  }
}

/** Makes room for the caller in the requests of a server. */
export function decorateWithCaller(app: FastifyInstance): void {
  app.decorateRequest("caller", undefined);
}

/** Notes who sends a request, for everything that answers it and for its log line. */
export function setCaller(request: FastifyRequest, caller: Caller): void {
  request.caller = caller;
  const scope = currentRequest();
  if (scope) scope.caller = caller;
}

/**
 * Who sends a request.
 * @throws Error where nobody has found out, as happens only where a route forgot to
 */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new Error("Nobody has found out who sends this request.");
  return caller;
}
