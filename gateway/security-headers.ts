import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Nothing a browser could load, run or frame: right for every answer that is data. */
const dataPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Gives every answer the headers that restrict what browsers do with it (OWASP Secure Headers Project), and forbids
 * caches to keep a copy of what may be personal. A page that loads more sets its own policy.
 */
export async function sendSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (!reply.hasHeader("content-security-policy")) {
      void reply.header("content-security-policy", dataPolicy);
    }
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", "no-store");
    done(null, payload);
  });
}
