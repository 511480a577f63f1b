import type { FastifyRequest } from "fastify";
import { markup } from "../site/html";
import type { Page, Site } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendPage } from "../site/send-page";
import { siteHead } from "../site/site-head";
import { serveFigure } from "../figure/serve-figure";
import { figureIds, figureTexts } from "./shared/figure-list";
import type { FiguresPageData } from "./shared/figures-page-data";
import { addressOfState, stateOfAddress } from "./shared/state/page-state";
import { wordsOf } from "./shared/words/words-of";

/** Figures to look at and to take away. What it shows it asks the graph for, as everybody can. */
export const figuresPage: Page = {
  name: "figures",
  address: "/figures",
  label: { en: "Figures", ja: "図で見る" },
  about: {
    en: "Published and counted numbers as charts and tables, to look at and to take away.",
    ja: "公表値と集計値を図と表で見て、持ち帰ります。",
  },
  isOn: ({ PAGES }) => PAGES,
  serve: (app, site) => {
    app.get("/figures", (request, reply) => sendPage(reply, figuresHtml(site, request)));
    serveFigure(app, site);
  },
};

/** The page as far as it can be written without asking the graph: it is read while the rest is loaded. */
function figuresHtml(site: Site, request: FastifyRequest): string {
  const language = pageLanguageOf(request);
  const words = wordsOf[language].page;
  const query = request.url.split("?")[1] ?? "";
  const state = stateOfAddress(query);
  const { title, about } = figureTexts[state.figure];
  const data: FiguresPageData = {
    language,
    explorer: site.settings.EXPLORER,
    synthetic: site.settings.DATASET === "synthetic",
  };
  const addressOf = (figure: (typeof figureIds)[number]) =>
    addressOfState({ figure, chosen: {}, table: state.table, language });
  return pageShell(site.assets, {
    entry: "figures",
    language,
    title: `${title[language]} – personnel-graph`,
    description: about[language],
    data,
    body: markup`${siteHead(site, language, "/figures")}
      <main class="figures">
        <h1>${words.heading}</h1>
        ${data.synthetic ? markup`<p class="notice">${words.synthetic}</p>` : undefined}
        <nav class="figure-list no-print" aria-label="${words.figuresNavigation}">
          <ul>
            ${figureIds.map(
              (id) => markup`<li>
                <a
                  href="${addressOf(id)}"
                  data-figure="${id}"
                  ${id === state.figure ? markup` aria-current="page"` : undefined}
                  >${figureTexts[id].short[language]}</a
                >
              </li>`,
            )}
          </ul>
        </nav>
        <section id="figure" aria-labelledby="figure-title">
          <h2 id="figure-title" tabindex="-1">${title[language]}</h2>
          <p id="figure-about">${about[language]}</p>
          <p id="figure-state" role="status">${words.loading}</p>
          <div id="figure-content" aria-busy="true"></div>
          <noscript><p>${words.noScript}</p></noscript>
        </section>
      </main>`,
  });
}
