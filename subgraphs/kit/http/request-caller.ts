import type { FastifyInstance, FastifyRequest } from "fastify";
import { currentRequest } from "../request-scope";
import type { Caller } from "../caller";

declare module "fastify" {
  interface FastifyRequest {
    /** The caller, once it is known. Read it with `callerOf`, which throws if it is not. */
    caller: Caller | undefined;
  }
}

/** Makes room for the caller in the requests of a server. */
export function decorateWithCaller(app: FastifyInstance): void {
  app.decorateRequest("caller", undefined);
}

/** Notes the caller of a request, for everything that answers it and for its log line. */
export function setCaller(request: FastifyRequest, caller: Caller): void {
  request.caller = caller;
  const scope = currentRequest();
  if (scope) scope.caller = caller;
}

/**
 * Who sends a request.
 * @throws Error if the caller is not known, which only happens if a route has no hook for it
 */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new Error("Nobody has found out who sends this request.");
  return caller;
}
