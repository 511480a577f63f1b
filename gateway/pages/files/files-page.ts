import type { FastifyRequest } from "fastify";
import { markup } from "../site/html";
import { originOf } from "../site/origin-of";
import type { Page, Site } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendPage } from "../site/send-page";
import { siteHead } from "../site/site-head";
import { fileView } from "./file-view";
import { words } from "./words";

const address = "/files";

/** What `/q` lists, for people: each with a form to take it as a file. It can be used without JavaScript. */
export const filesPage: Page = {
  name: "files",
  address,
  label: words.label,
  about: words.about,
  isOn: ({ PAGES }) => PAGES,
  serve: (app, site) => {
    app.get(address, async (request, reply) =>
      sendPage(reply, await filesHtml(site, request), { ownForms: true }),
    );
  },
};

async function filesHtml(site: Site, request: FastifyRequest): Promise<string> {
  const language = pageLanguageOf(request);
  const say = (name: keyof typeof words) => words[name][language];
  const origin = originOf(request, site);
  const listed = await site.addresses();
  const isSynthetic = site.settings.DATASET === "synthetic";
  return pageShell(site.assets, {
    entry: "files",
    language,
    title: `${say("label")} – personnel-graph`,
    description: say("about"),
    body: markup`${siteHead(site, language, address)}
      <main>
        <h1>${say("label")}</h1>
        <p>${say("about")}</p>
        ${isSynthetic ? markup`<p class="notice">${say("synthetic")}</p>` : undefined}
        ${listed.length === 0 ? markup`<p>${say("none")}</p>` : undefined}
        ${listed.map((one) => fileView(one, language, origin))}
        <p class="soft">${say("forPrograms")} <code>${origin}/q</code></p>
      </main>`,
  });
}
