import { Agent } from "undici";

/**
 * Kept-alive connections to subgraphs, a pool for each origin. Only connecting has a time limit here: each call has one
 * limit for everything.
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
