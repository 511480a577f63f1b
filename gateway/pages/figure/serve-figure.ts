import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { today } from "../../../subgraphs/kit/clock";
import { bibtex, bibtexType } from "../shared/citation/bibtex";
import { cslJson, cslJsonType } from "../shared/citation/csl-json";
import { addVary } from "../../../subgraphs/kit/http/add-vary";
import type { PageLanguage } from "../shared/page-language";
import { type Html, markup } from "../site/html";
import { originOf } from "../site/origin-of";
import type { Site } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendPage } from "../site/send-page";
import { siteHead } from "../site/site-head";
import { askFigure } from "./ask-figure";
import { citedFigure, type CitedAt } from "./cite-figure";
import type { AnsweredFigure } from "./figure-answer";
import { figureHtml } from "./figure-html";
import { figureTexts } from "./figure-texts";
import { words } from "./words";

/** What stands behind an id in the address: how the figure is to be cited, where it is not shown. */
const files = [
  {
    ending: ".csl.json",
    type: cslJsonType,
    write: (...cited: Cited) => cslJson([citedFigure(...cited)]),
  },
  { ending: ".bib", type: bibtexType, write: (...cited: Cited) => bibtex(citedFigure(...cited)) },
] as const;

type Cited = Parameters<typeof citedFigure>;

/**
 * Serves `/figures/<id>`, the page of one published figure, and `/figures/<id>.bib` and `.csl.json`, with which it is cited.
 * They can be read without a script. Where there is no figure, the page says so with 404.
 */
export function serveFigure(app: FastifyInstance, site: Site): void {
  app.get<{ Params: { name: string } }>("/figures/:name", async (request, reply) => {
    const { name } = request.params;
    const file = files.find(({ ending }) => name.endsWith(ending));
    const id = file ? name.slice(0, -file.ending.length) : name;
    const language = pageLanguageOf(request);
    const found = await askFigure(app, request, id);
    if (!("figure" in found)) {
      if (found.retryAfter !== undefined) void reply.header("retry-after", found.retryAfter);
      return sendPage(reply.code(found.status), missingPage(site, language, found.status));
    }
    const at = citedAt(request, site, found.figure.id);
    if (file) return sendFile(reply, file.type, name, file.write(found.figure, language, at));
    return sendPage(reply, page(site, language, found.figure, at));
  });
}

function citedAt(request: FastifyRequest, site: Site, id: string): CitedAt {
  return { address: `${originOf(request, site)}/figures/${id}`, accessed: today() };
}

function sendFile(reply: FastifyReply, type: string, name: string, text: string): FastifyReply {
  addVary(reply, "Accept-Language");
  return reply
    .type(type)
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(text);
}

function page(site: Site, language: PageLanguage, figure: AnsweredFigure, at: CitedAt): string {
  const { measure, part, fiscalYear, definition } = figureTexts(figure, language);
  const { settings } = site;
  return shell(site, language, {
    title: [measure, part, fiscalYear].filter((each) => each !== null).join(" – "),
    description: definition,
    address: `/figures/${figure.id}`,
    main: figureHtml(figure, {
      ...at,
      language,
      isSynthetic: settings.DATASET === "synthetic",
      hasExplorer: settings.EXPLORER,
    }),
  });
}

function missingPage(site: Site, language: PageLanguage, status: number): string {
  const isUnknown = status === 404;
  const title = words[isUnknown ? "notFound" : "notNow"][language];
  const about = words[isUnknown ? "notFoundAbout" : "notNowAbout"][language];
  return shell(site, language, {
    title,
    description: about,
    address: "",
    main: markup`<h1>${title}</h1><p>${about}</p><p><a href="/figures?lang=${language}">${words.allFigures[language]}</a></p>`,
  });
}

interface ShellParts {
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly main: Html;
}

function shell(
  site: Site,
  language: PageLanguage,
  { title, description, address, main }: ShellParts,
): string {
  return pageShell(site.assets, {
    entry: "figure",
    language,
    title: `${title} – personnel-graph`,
    description,
    body: markup`${siteHead(site, language, address)}
      <main class="figure-page">${main}</main>`,
  });
}
