import { type GraphQLRequest, HeaderMap } from "@apollo/server";
import type { FastifyRequest } from "fastify";

/** A request that needs none of Apollo Server's checks and choices of HTTP. */
export interface UsualRequest {
  readonly operation: GraphQLRequest;
  /** The content type of the answer, if no step of the operation sets another. */
  readonly answerType: string;
}

const json = "application/json; charset=utf-8";
const graphqlResponse = "application/graphql-response+json; charset=utf-8";

/** What usual clients accept, and what Apollo Server answers it with. */
const answerTypes: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, json],
  ["*/*", json],
  ["application/json", json],
  ["application/json, text/plain, */*", json],
  ["application/graphql-response+json", graphqlResponse],
  ["application/graphql-response+json, application/json", graphqlResponse],
  ["application/graphql-response+json,application/json;q=0.9", graphqlResponse],
]);

const bodyTypes: ReadonlySet<string | undefined> = new Set([
  "application/json",
  "application/json; charset=utf-8",
]);

/**
 * What a request asks, if it is as usual: a POST of one operation in JSON, in which every member has its type, by a client
 * that accepts what most do. `undefined` for anything else. A JSON body is never a cross-site request without a preflight.
 */
export function usualRequest(request: FastifyRequest): UsualRequest | undefined {
  const { method, url, headers, body } = request;
  const answerType = answerTypes.get(headers.accept);
  if (method !== "POST" || url !== "/graphql" || answerType === undefined) return undefined;
  if (!bodyTypes.has(headers["content-type"]) || !isRecord(body)) return undefined;
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== "string" || query === "") return undefined;
  if (operationName !== null && typeof operationName !== "string") return undefined;
  if (variables !== null && !isRecord(variables)) return undefined;
  if (extensions !== null && !isRecord(extensions)) return undefined;
  let map: HeaderMap | undefined;
  const operation: GraphQLRequest = {
    query,
    http: {
      method,
      // Few steps read any, and copying all would be a hundredth of a small request.
      get headers() {
        return (map ??= headerMapOf(request));
      },
      search: "",
      body,
    },
  };
  if (operationName !== null) operation.operationName = operationName;
  if (variables !== null) operation.variables = variables;
  if (extensions !== null) operation.extensions = extensions;
  return { answerType, operation };
}

function headerMapOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
