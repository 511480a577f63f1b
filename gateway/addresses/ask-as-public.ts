import type { FastifyInstance, FastifyRequest } from "fastify";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";

/** Headers with which a caller says who it is, what it wants and what for, besides those that begin with `graph-`. */
const ofCallers: ReadonlySet<string> = new Set(["accept", "authorization", "x-actor"]);

/**
 * Forgets what the headers of a request to an address below `/q` say of its caller, before anybody reads them. Everybody
 * asks there as the public, so that caches can keep what is answered: the address alone says what is asked, and
 * `Accept-Language` in which language.
 */
export function askAsPublic(scope: FastifyInstance): void {
  addRequestHook(scope, "onRequest", (request) => {
    if (isAddress(request)) forgetCaller(request);
  });
}

/** Whether a request is to an address below `/q`. */
export function isAddress({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.isAddress === true;
}

function forgetCaller({ raw }: FastifyRequest): void {
  for (const name of Object.keys(raw.headers)) {
    if (isOfCaller(name)) Reflect.deleteProperty(raw.headers, name);
  }
  // Some headers are read as they were sent.
  raw.rawHeaders = raw.rawHeaders.filter((_each, index, all) => {
    const name = all[index - (index % 2)] ?? "";
    return !isOfCaller(name.toLowerCase());
  });
}

function isOfCaller(name: string): boolean {
  return ofCallers.has(name) || name.startsWith("graph-");
}
