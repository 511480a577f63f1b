import type { FastifyRequest } from "fastify";
import { publicCaller } from "../access/identity/caller-of-claims";
import { networkOf } from "./network-of";

/**
 * Names whose requests are counted together: those of one subject through one application, or those of one address
 * without an accepted token.
 */
export function callerKey({ caller, ip }: FastifyRequest): string {
  const isKnown = caller !== undefined && caller !== publicCaller;
  return JSON.stringify(isKnown ? [caller.subject, caller.client ?? null] : [networkOf(ip)]);
}
