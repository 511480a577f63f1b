import { SubgraphFailure } from "../context/subgraph-failure";
import type { HttpResponse } from "./http-exchange";

/** The statuses of a proxy whose server does not answer, and of a server that is stopping. */
const unavailableStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/** A body that is a GraphQL response as far as the gateway relies on its shape. */
export interface GraphQLResponseBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly ReceivedError[];
  readonly extensions?: unknown;
}

/** An error of a response; anything may be in it. */
export interface ReceivedError {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: unknown;
}

/** Whether a body is a GraphQL response: data, errors or both, each of the right kind. */
export function isGraphQLResponse(body: unknown): body is GraphQLResponseBody {
  if (!isObject(body)) return false;
  const { data, errors } = body as { readonly data?: unknown; readonly errors?: unknown };
  const hasErrors = Array.isArray(errors) && errors.length > 0 && errors.every(isObject);
  if (errors !== undefined && !hasErrors) return false;
  return hasErrors ? data == null || isObject(data) : isObject(data) || data === null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The GraphQL response that came back from a subgraph. It is one whatever the status, so that the subgraph's own errors
 * reach the caller.
 *
 * @throws SubgraphFailure `SUBGRAPH_UNAVAILABLE` or `SUBGRAPH_INVALID_RESPONSE` where there is none
 */
export function graphqlResponseIn(
  subgraph: string,
  { status, text }: Pick<HttpResponse, "status" | "text">,
): GraphQLResponseBody {
  const body = parsed(text);
  if (isGraphQLResponse(body)) return body;
  const code = unavailableStatuses.has(status)
    ? "SUBGRAPH_UNAVAILABLE"
    : "SUBGRAPH_INVALID_RESPONSE";
  const cause = new Error(`HTTP status ${status}, ${text.length} characters`);
  throw new SubgraphFailure(subgraph, code, { cause });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
