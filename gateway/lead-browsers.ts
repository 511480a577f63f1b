import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { addVary } from "../subgraphs/kit/http/add-vary";

/** A page that browsers are led to. */
export interface LeadBrowsers {
  /** The addresses that they are led from. */
  readonly from: readonly string[];
  /** The address of the page. */
  readonly to: string;
  /** Answers a browser that has arrived there, where the page is at one of the addresses that it is led from. */
  readonly arrive?: (request: FastifyRequest, reply: FastifyReply) => void;
}

/** Leads a browser that opens one of the addresses to its page. Programs are answered as usual. */
export function leadBrowsers(app: FastifyInstance, leads: readonly LeadBrowsers[]): void {
  const known = new Map(
    leads.flatMap((lead) => lead.from.map((address) => [address, lead] as const)),
  );
  app.addHook("onRequest", (request, reply, done) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    const [address = ""] = request.url.split("?");
    const lead = reads ? known.get(address) : undefined;
    if (!lead) {
      done();
      return;
    }
    addVary(reply, "Accept");
    const accepted = new Negotiator(request).mediaType([
      "application/json",
      "application/graphql-response+json",
      "text/html",
    ]);
    if (accepted !== "text/html") done();
    else if (address === lead.to && lead.arrive) lead.arrive(request, reply);
    else void reply.redirect(lead.to, 302);
  });
}
