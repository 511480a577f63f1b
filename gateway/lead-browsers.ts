import type { FastifyInstance } from "fastify";
import Negotiator from "negotiator";

/** Where people begin, with what they know of an address. */
const beginnings: ReadonlySet<string | undefined> = new Set(["/", "/graphql"]);

/**
 * Redirects a browser that opens the gateway's address, or that of the graph, to a page. Programs are answered as
 * usual.
 */
export function leadBrowsers(app: FastifyInstance, page: string): void {
  app.addHook("onRequest", (request, reply, done) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads || !beginnings.has(request.url.split("?")[0])) {
      done();
      return;
    }
    void reply.header("vary", "Accept");
    const accepted = new Negotiator(request).mediaType([
      "application/json",
      "application/graphql-response+json",
      "text/html",
    ]);
    if (accepted === "text/html") void reply.redirect(page, 302);
    else done();
  });
}
