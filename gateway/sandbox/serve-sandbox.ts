import type { FastifyInstance } from "fastify";
import { sandboxPage, sandboxPolicy, sandboxScript, sandboxStyle } from "./page";

/** Serves Apollo Sandbox on `/sandbox`: a page that loads it from Apollo's network and points it at this graph. */
export function serveSandbox(app: FastifyInstance): void {
  app.get("/sandbox", (_request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", sandboxPolicy)
      // The frame opens a window to sign in with Apollo, and has to hear from it.
      .header("cross-origin-opener-policy", "same-origin-allow-popups")
      .send(sandboxPage),
  );
  app.get("/sandbox/sandbox.js", (_request, reply) =>
    reply.type("text/javascript; charset=utf-8").send(sandboxScript),
  );
  app.get("/sandbox/sandbox.css", (_request, reply) =>
    reply.type("text/css; charset=utf-8").send(sandboxStyle),
  );
}
