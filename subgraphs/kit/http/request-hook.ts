import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** What is done for each request at one moment; what it throws refuses the request. */
export type RequestHook = (request: FastifyRequest, reply: FastifyReply) => void | Promise<void>;

/**
 * Adds what is done for each request of a scope. A promise is waited for only where there is one: each costs several
 * turns of the event loop's queue, and most hooks have nothing to wait for.
 */
export function addRequestHook(
  scope: FastifyInstance,
  moment: "onRequest" | "preHandler",
  hook: RequestHook,
): void {
  const add = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => {
    let pending: void | Promise<void>;
    try {
      pending = hook(request, reply);
    } catch (error) {
      done(error as Error);
      return;
    }
    if (pending instanceof Promise) pending.then(() => done(), done);
    else done();
  };
  if (moment === "onRequest") scope.addHook("onRequest", add);
  else scope.addHook("preHandler", add);
}
