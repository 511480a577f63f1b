import type { FastifyRequest } from "fastify";
import type { RequestEnd } from "../../subgraphs/kit/request-end";
import { budgetOf, type Budgets } from "./budgets";
import { callerKey } from "./caller-key";
import type { TokenBuckets } from "./token-buckets";

/**
 * Takes a part of a request from what its caller may send a minute, for one more part of a long answer. Waits while less than
 * half of a minute's requests are left, so that a long answer leaves the caller enough for others.
 *
 * @param share - the part of a request, 0–1
 * @param end - when nobody waits for the answer any more
 * @throws Error where nobody does
 */
export type ChargePart = (
  request: FastifyRequest,
  share: number,
  end: RequestEnd | undefined,
) => Promise<void>;

/** Makes the function that charges for parts of answers. */
export function chargeParts(budgets: Budgets, buckets: TokenBuckets): ChargePart {
  return async (request, share, end) => {
    const most = budgetOf(budgets, request.caller?.roles ?? []).requestsPerMinute;
    // Rounded down, as a whole request fits in beside it then, even where there is one a minute.
    const leaving = Math.floor(most / 2);
    const caller = callerKey(request);
    const take = () => buckets.take(caller, most, { requests: share, leaving });
    for (let wait = take(); wait > 0; wait = take()) await waited(wait, end);
  };
}

function waited(milliseconds: number, end: RequestEnd | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = () => {
      clearTimeout(timer);
      reject(new Error("Nobody waits for the rest of the answer any more."));
    };
    const timer = setTimeout(() => {
      end?.unwatch(over);
      resolve();
    }, milliseconds);
    if (end?.isOver) over();
    else end?.watch(over);
  });
}
