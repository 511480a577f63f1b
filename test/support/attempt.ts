import { randomUUID } from "node:crypto";
import type { TestGraph } from "./graph";
import { sentHeaders } from "./post-graphql";
import type { TestHeaders } from "./identity";

/** What came of a request that should have been refused. */
export interface Attempt {
  readonly status: number;
  /** `extensions.code` of its errors, each once, or what came instead of a GraphQL answer. */
  readonly codes: readonly unknown[];
  /** The whole body. */
  readonly text: string;
  /** The gateway's requests to subgraphs. */
  readonly calls: number;
  /** The processor time that the gateway took meanwhile, milliseconds; 0 where the system does not say. */
  readonly processorTime: number;
}

/** How a request is sent. */
export interface AttemptOptions {
  readonly method?: string;
  /** Path and query. */
  readonly address?: string;
  readonly headers?: TestHeaders;
  readonly body?: string | Buffer;
}

/** Sends the gateway any request there is, as it stands, without a token unless the headers have one. */
export async function attempt(
  graph: Pick<TestGraph, "url" | "gateway">,
  { method = "POST", address = "/graphql", headers = {}, body }: AttemptOptions,
): Promise<Attempt> {
  const requestId = randomUUID();
  const before = await graph.gateway.processorTime();
  const response = await fetch(`${graph.url}${address}`, {
    method,
    headers: sentHeaders({
      "content-type": "application/json",
      ...headers,
      "x-request-id": requestId,
    }),
    ...(body !== undefined && { body: typeof body === "string" ? body : new Uint8Array(body) }),
  }).catch(() => undefined);
  const text = await response?.text().catch(() => undefined);
  const { status, subgraphCalls = [] } = await graph.gateway.answered(requestId);
  return {
    status: status ?? 0,
    // A server may refuse a large body and end the connection while it is still being sent.
    codes: text === undefined ? ["CONNECTION ENDED"] : codesOf(text),
    text: text ?? "",
    calls: subgraphCalls.length,
    processorTime: (await graph.gateway.processorTime()) - before,
  };
}

/** Sends an operation. */
export function ask(
  graph: Pick<TestGraph, "url" | "gateway">,
  headers: TestHeaders,
  query: string,
  rest: object = {},
): Promise<Attempt> {
  return attempt(graph, { headers, body: JSON.stringify({ query, ...rest }) });
}

function codesOf(text: string): readonly unknown[] {
  let body: { errors?: readonly { extensions?: Record<string, unknown> }[] };
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    return ["NOT JSON"];
  }
  const codes = (body.errors ?? []).map(({ extensions }) => extensions?.["code"]);
  return codes.length > 0 ? [...new Set(codes)] : ["ANSWERED"];
}
