import type { IncomingHttpHeaders } from "node:http";

/**
 * The caller's headers that are passed on to subgraphs, besides `x-request-id`. No others are: subgraphs trust what the
 * gateway sends.
 */
const forwardedHeaders = ["accept-language"] as const;

/** The part of a caller's headers that is passed on to subgraphs. */
export function forwardedHeadersOf(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const forwarded: Record<string, string> = {};
  for (const name of forwardedHeaders) {
    const value = headers[name];
    if (typeof value === "string") forwarded[name] = value;
  }
  return forwarded;
}
