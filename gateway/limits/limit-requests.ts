import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "../../subgraphs/kit/caller";
import { ApiError } from "../../subgraphs/kit/errors";
import { publicCaller } from "../access/identity/caller-of-claims";
import { budgetOf, type Budgets } from "./budgets";

/** How many callers are counted at once; the one that has been silent longest is dropped first. */
const rememberedCallers = 50_000;

/**
 * Counts a request of its caller, or of its address if the caller is not known.
 *
 * @throws ApiError RATE_LIMITED (429, with `retry-after` in seconds) over the caller's `requestsPerMinute`
 */
export type CountRequest = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Makes the function that counts requests. Each process counts for itself. Call it once a request, when the caller is
 * known and before the body is read: a request counts whatever is wrong with it.
 */
export async function limitRequests(app: FastifyInstance, budgets: Budgets): Promise<CountRequest> {
  const mostOf = ({ caller }: FastifyRequest) =>
    budgetOf(budgets, caller?.roles ?? []).requestsPerMinute;
  await app.register(rateLimit, { global: false, cache: rememberedCallers });
  const count = app.createRateLimit({
    timeWindow: 60_000,
    keyGenerator: ({ caller, ip }) => callerKey(caller, ip),
    max: mostOf,
  });
  return async (request, reply) => {
    const used = await count(request);
    if (used.isAllowed || !used.isExceeded) return;
    void reply.header("retry-after", used.ttlInSeconds);
    throw rateLimited(mostOf(request), used.ttlInSeconds);
  };
}

/**
 * What is counted together: the requests of one subject through one application, or those of one address without an
 * accepted token.
 */
function callerKey(caller: Caller | undefined, address: string): string {
  const who =
    caller === undefined || caller === publicCaller
      ? [normalizeIP(address)]
      : [caller.subject, caller.client ?? null];
  return JSON.stringify(who);
}

function rateLimited(most: number, seconds: number): ApiError {
  const message = `Expected at most ${most} requests a minute, received more. Send again in ${seconds} seconds.`;
  return new ApiError("RATE_LIMITED", message, 429);
}
