import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Nothing a browser could load, run or frame: right for every answer that is data. */
const dataPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** GraphiQL from this gateway and nothing else. It writes styles and shows images of its own making. */
const explorerPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Gives every answer the headers that tell browsers what not to do with it (OWASP Secure Headers Project), and forbids
 * whatever lies between to keep a copy of what may be personal.
 */
export async function sendSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
  });
  app.addHook("onSend", (request, reply, payload, done) => {
    const isPage = String(reply.getHeader("content-type") ?? "").startsWith("text/html");
    const isExplorer = request.url.split("?")[0]?.startsWith("/explorer") ?? false;
    // Apollo Sandbox, which only a gateway under development shows, brings its own policy in its page.
    if (!isPage || isExplorer) {
      void reply.header("content-security-policy", isPage ? explorerPolicy : dataPolicy);
    }
    if (!isExplorer) void reply.header("cache-control", "no-store");
    done(null, payload);
  });
}
