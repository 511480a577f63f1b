import type { FastifyReply, FastifyRequest } from "fastify";
import { ApiError } from "../../subgraphs/kit/errors";
import { budgetOf, type Budgets } from "./budgets";
import { callerKey } from "./caller-key";
import { TokenBuckets } from "./token-buckets";

/**
 * Counts a request of its caller, or of its address if the caller is not known.
 *
 * @throws ApiError RATE_LIMITED (429, with `retry-after` in seconds) over the caller's `requestsPerMinute`
 */
export type CountRequest = (request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Makes the function that counts requests. Each process counts for itself. Call it once a request, when the caller is
 * known and before the body is read: a request counts whatever is wrong with it.
 */
export function limitRequests(budgets: Budgets, buckets = new TokenBuckets()): CountRequest {
  return (request, reply) => {
    const most = budgetOf(budgets, request.caller?.roles ?? []).requestsPerMinute;
    const wait = buckets.take(callerKey(request), most);
    if (wait === 0) return;
    const seconds = Math.ceil(wait / 1_000);
    void reply.header("retry-after", seconds);
    throw rateLimited(most, seconds);
  };
}

function rateLimited(most: number, seconds: number): ApiError {
  const message = `Expected at most ${most} requests a minute, received more. Send again in ${seconds} second${seconds === 1 ? "" : "s"}.`;
  return new ApiError("RATE_LIMITED", message, 429);
}
