import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { anonymous, type Caller } from "../../subgraphs/kit/access/caller";
import { ApiError } from "../../subgraphs/kit/errors";
import { askedOperation } from "../operations/asked-operation";
import { budgetOf, type Budgets } from "./budgets";
import { measureDocument, sizeLimits } from "./document-size";
import { dryRunHeader, isDryRun } from "./dry-run";

/** How many callers are remembered at once; whoever has been silent longest is forgotten first. */
const rememberedCallers = 50_000;

/**
 * Refuses requests to `path` that are over their caller's budget before anything of them is parsed: more than its
 * `requestsPerMinute` (429 RATE_LIMITED, with `retry-after` in seconds), then a document that is too long or nested too
 * deep. Each process counts for itself. Call it when who asks is known and the body is read: after hooks that find out.
 */
export async function limitRequests(
  app: FastifyInstance,
  path: string,
  budgets: Budgets,
  callerOf: (request: FastifyRequest) => Caller,
): Promise<void> {
  await app.register(rateLimit, { global: false, cache: rememberedCallers });
  const count = app.createRateLimit({
    timeWindow: 60_000,
    keyGenerator: (request) => callerKey(callerOf(request), request.ip),
    max: (request) => budgetOf(budgets, callerOf(request).roles).requestsPerMinute,
  });
  app.addHook("preHandler", async (request, reply) => {
    if (request.routeOptions.url !== path) return;
    const used = await count(request);
    const budget = budgetOf(budgets, callerOf(request).roles);
    if (!used.isAllowed && used.isExceeded) {
      void reply.header("retry-after", used.ttlInSeconds);
      throw rateLimited(budget.requestsPerMinute, used.ttlInSeconds);
    }
    isDryRun(request.headers[dryRunHeader]);
    const { query } = askedOperation(request);
    if (typeof query === "string") measureDocument(query, sizeLimits(budget));
  });
}

/** Who is counted together: the same subject by the same application, or an address without a token. */
function callerKey({ subject, client }: Caller, address: string): string {
  const who = subject === anonymous ? [normalizeIP(address)] : [subject, client ?? null];
  return JSON.stringify(who);
}

function rateLimited(most: number, seconds: number): ApiError {
  const message = `Expected at most ${most} requests a minute, received more. Send again in ${seconds} seconds.`;
  return new ApiError("RATE_LIMITED", message, 429);
}
