import type { FastifyReply, FastifyRequest } from "fastify";
import { markup } from "../site/html";
import type { Site } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendPage } from "../site/send-page";
import { pageLanguages } from "../shared/page-language";
import { siteHead } from "../site/site-head";

/** The page that browsers arrive on, at `/`. */
export function arrivalPage(site: Site): (request: FastifyRequest, reply: FastifyReply) => void {
  const made = new Map(
    pageLanguages.map((language) => [
      language,
      pageShell(site.assets, {
        entry: "arrival",
        language,
        title: "personnel-graph",
        description: "personnel-graph",
        body: markup`${siteHead(site, language, "/")}
          <main><h1>personnel-graph</h1></main>`,
      }),
    ]),
  );
  return (request, reply) => {
    void sendPage(reply, made.get(pageLanguageOf(request)) ?? "");
  };
}
