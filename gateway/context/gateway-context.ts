import type { FastifyRequest } from "fastify";
import type { Caller } from "../../subgraphs/kit/caller";
import { callerOf } from "../../subgraphs/kit/http/request-caller";
import { dayInForce } from "../../subgraphs/kit/request-as-of";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { citeRequest, type CiteRequest } from "./cite-request";
import { dryRunHeader, isDryRun } from "./dry-run";
import type { SubgraphFailure } from "./subgraph-failure";
import { forwardedHeadersOf } from "./forwarded-headers";

/** What belongs to one request and is needed where subgraphs are asked. */
export interface GatewayContext {
  readonly requestId: string;
  /** What the caller calls it. */
  readonly clientRequestId?: string | undefined;
  /** Who asks. */
  readonly caller: Caller;
  /** The day in force where an `asOf` is not given, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether only the costs are asked for. */
  readonly isDry: boolean;
  /** That a citation of the answer is asked for, if one is. */
  readonly cites?: CiteRequest | undefined;
  /** The purpose of asking for personal data, as the caller states it. */
  readonly purpose?: string | undefined;
  /** The personal fields the operation selects, once it is known. */
  personalFields: readonly string[];
  /** The persons whose data the answer holds, as subgraphs report them: `official:12`. */
  readonly persons: Set<string>;
  /** What was counted of persons who are not named, as subgraphs report it: `Official 1931`. */
  readonly counted: Set<string>;
  /** The caller's headers that are passed on to every subgraph. */
  readonly forwardedHeaders: Readonly<Record<string, string>>;
  /** The subgraphs that did not answer in this request, so that none is waited for twice. */
  readonly failures: Map<string, SubgraphFailure>;
}

/** Makes the context of one request. */
export function gatewayContext(request: FastifyRequest): GatewayContext {
  const clientRequestId = currentRequest()?.clientRequestId;
  return {
    requestId: request.id,
    clientRequestId,
    personalFields: [],
    caller: callerOf(request),
    asOf: dayInForce(request),
    isDry: isDryRun(request.headers[dryRunHeader]),
    cites: citeRequest(request),
    purpose: request.purpose,
    persons: new Set(),
    counted: new Set(),
    forwardedHeaders: forwardedHeadersOf(request.headers),
    failures: new Map(),
  };
}
