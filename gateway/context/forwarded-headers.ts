import type { IncomingHttpHeaders } from "node:http";

/**
 * The caller's headers that subgraphs are told, besides `x-request-id`. What is not listed stays here: subgraphs
 * trust what the gateway sends them.
 */
const forwardedHeaders = ["accept-language"] as const;

/** The part of a caller's headers that is passed on to subgraphs. */
export function forwardedHeadersOf(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const pairs = forwardedHeaders.flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}
