import type { FastifyRequest } from "fastify";
import type { FormattedExecutionResult } from "graphql";
import { currentRequest } from "../../../subgraphs/kit/request-scope";
import type { ChargePart } from "../../limits/charge-parts";

/**
 * Waits until one more page may be read.
 *
 * @param before - the page before it
 * @throws Error where none may: the token has expired meanwhile, or nobody waits for it
 */
export type AdmitPage = (before: FormattedExecutionResult) => Promise<void>;

/**
 * Makes what admits the pages of one request after its first: each is paid for, and the token has to be accepted still.
 */
export function admitPages(charge: ChargePart): (request: FastifyRequest) => AdmitPage {
  return (request) => {
    const end = currentRequest()?.end;
    return async ({ extensions }) => {
      await charge(request, shareOf(extensions?.["cost"]), end);
      await request.checkToken?.();
    };
  };
}

/** How much of what one request can cost a page could have cost; each page could cost the same. */
function shareOf(cost: unknown): number {
  if (typeof cost !== "object" || cost === null) return 0;
  if (!("estimated" in cost) || !("limit" in cost)) return 0;
  const { estimated, limit } = cost;
  if (typeof estimated !== "number" || typeof limit !== "number" || limit <= 0) return 0;
  return Math.min(1, estimated / limit);
}
