import { type ErrorCode, isErrorCode } from "../../subgraphs/kit/errors";
import type { GatewayContext } from "../context/gateway-context";
import { isRefusal, isTooBusy } from "../errors/code-from-subgraph";
import { SubgraphFailure } from "../context/subgraph-failure";
import type { GraphQLResponseBody, ReceivedError } from "./graphql-response";
import { personsOf } from "./persons-of-response";
import type { SubgraphResponse } from "./subgraph-request";

/**
 * Reads what a subgraph answered. Notes whose data the answer holds. Of errors only what callers are permitted to see is
 * kept: no stack, no HTTP status, no address.
 *
 * @throws SubgraphFailure if the subgraph refuses what the gateway wrote, or takes no request now
 */
export function readResponse(
  subgraph: string,
  { data, errors, extensions }: GraphQLResponseBody,
  { persons, counted }: Pick<GatewayContext, "persons" | "counted">,
): SubgraphResponse {
  if (extensions !== undefined) {
    const answered = personsOf(subgraph, extensions);
    for (const person of answered.persons) persons.add(person);
    for (const count of answered.counted) counted.add(count);
  }
  const answer = data === undefined ? {} : { data };
  return errors ? { ...answer, errors: readErrors(subgraph, errors) } : answer;
}

function readErrors(
  subgraph: string,
  received: readonly ReceivedError[],
): SubgraphResponse["errors"] & object {
  if (received.some((error) => isTooBusy(codeOf(error)))) {
    throw new SubgraphFailure(subgraph, "SUBGRAPH_UNAVAILABLE", { wasAsked: false });
  }
  const refusal = received.find((error) => isRefusal(codeOf(error)));
  if (refusal) {
    const cause = new Error(`${String(codeOf(refusal))}: ${String(refusal.message)}`);
    throw new SubgraphFailure(subgraph, "SUBGRAPH_INVALID_RESPONSE", { cause });
  }
  return received.map((error) => ({
    message: messageOf(error, subgraph),
    ...(isInAnswer(error.path) && { path: error.path }),
    extensions: { code: knownCode(codeOf(error)), subgraph },
  }));
}

function codeOf({ extensions }: ReceivedError): unknown {
  return typeof extensions === "object" && extensions !== null && "code" in extensions
    ? extensions.code
    : undefined;
}

function messageOf({ message }: ReceivedError, subgraph: string): string {
  return typeof message === "string" && message !== ""
    ? message
    : `Subgraph "${subgraph}" gives no reason.`;
}

/**
 * A path to all entities at once is no place in the caller's answer: a subgraph that refuses a whole request uses it.
 */
function isInAnswer(path: unknown): path is readonly (string | number)[] {
  return (
    Array.isArray(path) &&
    path.every((part) => typeof part === "string" || typeof part === "number") &&
    (path[0] !== "_entities" || typeof path[1] === "number")
  );
}

/** Other codes could be the library's own, which it treats specially. */
function knownCode(code: unknown): ErrorCode {
  return isErrorCode(code) ? code : "INTERNAL_SERVER_ERROR";
}
