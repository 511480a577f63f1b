import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

/** Nothing a browser could load, run or frame: right for every answer that is data. */
const dataPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Gives every answer the headers that restrict what browsers do with it (OWASP Secure Headers Project), and forbids
 * caches to keep a copy of what may be personal. A page that loads more sets its own policy.
 */
export function sendSecurityHeaders(app: FastifyInstance): void {
  const always = headersOfHelmet();
  // At the beginning, so that a page can set one of them otherwise.
  app.addHook("onRequest", (_request, reply, done) => {
    void reply.headers(always);
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (!reply.hasHeader("content-security-policy")) {
      void reply.header("content-security-policy", dataPolicy);
    }
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", "no-store");
    done(null, payload);
  });
}

/** What Helmet sets. It is the same for every answer, and Helmet's work for each would be a twentieth of a small request. */
function headersOfHelmet(): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const setHeaders = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
  });
  setHeaders(request, response, () => undefined);
  return response.getHeaders();
}
