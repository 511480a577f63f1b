import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import { isCorsOrigin } from "./cors-origins";

/** How long a browser need not ask again whether it may ask, seconds. */
const preflightAge = 600;

/**
 * Lets pages of these origins ask the graph from a browser: with a token that they hold, never with cookies. A page of
 * any other origin is told nothing, and its preflight is answered as any `OPTIONS` is.
 */
export async function allowOrigins(
  app: FastifyInstance,
  origins: readonly string[],
): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && isCorsOrigin(origins, origin)),
    methods: ["GET", "POST"],
    exposedHeaders: ["x-request-id", "retry-after"],
    maxAge: preflightAge,
    strictPreflight: false,
  });
}
