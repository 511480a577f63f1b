import type { FastifyInstance, FastifyRequest } from "fastify";
import { currentRequest } from "./request-scope";

declare module "fastify" {
  interface FastifyRequest {
    /** The day in force, once it has been decided. Read it through `dayInForce`, which does not take none for an answer. */
    asOf: string | undefined;
  }
}

/** Makes room for the day in force in the requests of a server. */
export function decorateWithAsOf(app: FastifyInstance): void {
  app.decorateRequest("asOf", undefined);
}

/** Notes the day that is in force throughout a request where a field's `asOf` is not given. */
export function setAsOf(request: FastifyRequest, asOf: string): void {
  request.asOf = asOf;
  const scope = currentRequest();
  if (scope) scope.asOf = asOf;
}

/**
 * The day in force in a request where a field's `asOf` is not given, `YYYY-MM-DD`.
 * @throws Error where nobody has decided it, as happens only where a route forgot to
 */
export function dayInForce({ asOf }: FastifyRequest): string {
  if (asOf === undefined) throw new Error("Nobody has decided the day this request is of.");
  return asOf;
}
