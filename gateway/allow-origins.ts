import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import { isCorsOrigin } from "./cors-origins";

/** How long a browser keeps the answer to a preflight, seconds. */
const preflightAge = 600;

/**
 * Permits pages of these origins to ask the graph from a browser: with a token of their own, never with cookies. A page
 * of any other origin gets no such header, and its preflight is answered like any `OPTIONS`.
 */
export async function allowOrigins(
  app: FastifyInstance,
  origins: readonly string[],
): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && isCorsOrigin(origins, origin)),
    methods: ["GET", "POST"],
    exposedHeaders: [
      "x-request-id",
      "retry-after",
      "graph-citation",
      "graph-dataset",
      "graph-tables",
    ],
    maxAge: preflightAge,
    strictPreflight: false,
  });
}
