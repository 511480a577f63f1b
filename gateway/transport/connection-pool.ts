import { Agent } from "undici";

/**
 * Kept-alive connections to subgraphs, a pool for each origin. It has no time limits but for connecting: a call
 * has one limit of its own for everything.
 */
export function connectionPool(): Agent {
  return new Agent({
    connections: 64,
    connect: { timeout: 2_000 },
    keepAliveTimeout: 30_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}
