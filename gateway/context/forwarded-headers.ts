import type { IncomingHttpHeaders } from "node:http";

/**
 * The caller's headers that are passed on to subgraphs, besides `x-request-id`. No others are: subgraphs trust what the
 * gateway sends.
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
