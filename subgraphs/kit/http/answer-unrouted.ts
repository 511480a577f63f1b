import type { FastifyReply, FastifyRequest } from "fastify";
import { problem } from "./problem";

/** The methods that the servers of the graph answer, besides `OPTIONS`. */
const methods = ["GET", "HEAD", "POST"] as const;

/**
 * Answers requests that no route does: `OPTIONS` with the methods of the address, another method with 405 and the same
 * (RFC 9110), an unknown address with 404.
 */
export function answerUnrouted(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [url = ""] = request.url.split("?");
  const routed = methods.filter((method) => request.server.hasRoute({ method, url }));
  if (routed.length === 0) {
    const nothing = "Nothing is here. The graph answers on /graphql.";
    return reply.code(404).send(problem("BAD_REQUEST", nothing));
  }
  const allowed = [...routed, "OPTIONS"].join(", ");
  void reply.header("allow", allowed);
  if (request.method === "OPTIONS") return reply.code(204).send();
  const message = `Expected one of the methods ${allowed}, received ${request.method}.`;
  return reply.code(405).send(problem("BAD_REQUEST", message));
}
