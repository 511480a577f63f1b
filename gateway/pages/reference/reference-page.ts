import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { type Html, markup } from "../site/html";
import type { Page, Site } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendEncoded } from "../site/send-encoded";
import { sendPage } from "../site/send-page";
import { siteHead } from "../site/site-head";
import { Reference } from "./model/reference";
import { searchEntries } from "./model/search-entries";
import { referenceAddress } from "./shared/address-of";
import type { ReferenceData } from "./shared/reference-data";
import { indexView, operationLists } from "./view/index-view";
import { operationView } from "./view/operation-view";
import type { ReferenceView } from "./view/reference-view";
import { typeView } from "./view/type-view";
import { words } from "./view/words";

const searchAddress = `${referenceAddress}/search.json`;

/**
 * All that can be asked for, for people to read. It is made from the schema that the gateway answers from, and shows what
 * introspection shows: where not everybody may ask for the schema, it is not there.
 */
export const referencePage: Page = {
  name: "reference",
  address: referenceAddress,
  label: { en: "Reference", ja: "リファレンス" },
  about: words.about,
  isOn: ({ PAGES, OPEN_SCHEMA }) => PAGES && OPEN_SCHEMA,
  serve: (app, site) => {
    const made = once(() => madeFrom(site));
    app.get(referenceAddress, (request, reply) => {
      const language = pageLanguageOf(request);
      const index = { language, title: words.heading[language], body: indexView };
      return sendPage(reply, made().pageOf("", index));
    });
    app.get<{ Params: { name: string } }>(`${referenceAddress}/:name`, (request, reply) => {
      const { name } = request.params;
      const { reference, pageOf } = made();
      const body = bodyOf(name, reference);
      const language = pageLanguageOf(request);
      if (!body) return sendPage(reply.code(404), pageOf(missing, missingPage(language)));
      return sendPage(reply, pageOf(name, { language, title: name, body }));
    });
    serveSearch(app, () => made().search);
  },
};

/** In the place of a name for the page that says that there is none: no name begins with a digit. */
const missing = "404";

function missingPage(language: ReferenceView["language"]): MadePage {
  const title = words.missing[language];
  const body = () => markup`<h1>${title}</h1><p>${words.missingAbout[language]}</p>`;
  return { language, title, body };
}

/** What the page of a name shows; `undefined` where the reference has none. */
function bodyOf(name: string, reference: Reference): ((view: ReferenceView) => Html) | undefined {
  if (name === "Query" || name === "Mutation") {
    return (view) => markup`<h1><code>${name}</code></h1>${operationLists(name, view)}`;
  }
  const operation = reference.operations.get(name);
  if (operation) return (view) => operationView(operation, view);
  const type = reference.types.get(name);
  return type && ((view) => typeView(type, view));
}

/** What is made of the schema once, when the reference is first opened. */
function madeFrom(site: Site) {
  const reference = new Reference(site.graph);
  const search = Buffer.from(JSON.stringify(searchEntries(reference)));
  const digest = createHash("sha256").update(search).digest("base64url").slice(0, 12);
  const hasExplorer = site.pages.some(({ name }) => name === "explorer");
  const make = ({ language, title, body }: MadePage): string => {
    const data: ReferenceData = {
      language,
      index: `${searchAddress}?v=${digest}`,
      words: {
        found: words.found[language],
        foundMore: words.foundMore[language],
        nothingFound: words.nothingFound[language],
        searchFailed: words.searchFailed[language],
      },
    };
    return pageShell(site.assets, {
      entry: "reference",
      language,
      title: `${title} – personnel-graph`,
      description: words.about[language],
      data,
      body: markup`${siteHead(site, language, referenceAddress)}
<main>
  ${body === indexView ? undefined : markup`<nav aria-label="${words.heading[language]}"><a href="${referenceAddress}?lang=${language}">${words.heading[language]}</a></nav>`}
  <form id="reference-search" role="search" hidden>
    <label for="reference-words">${words.search[language]}</label>
    <input id="reference-words" type="search" autocomplete="off" spellcheck="false" />
    <p role="status"></p>
    <ul></ul>
  </form>
  ${body({ reference, language, hasExplorer })}
</main>`,
    });
  };
  // No budget limits who asks for pages: each is made once, in each language. All of them are a few megabytes.
  const kept = new Map<string, string>();
  const pageOf = (name: string, page: MadePage): string => {
    const key = `${page.language}/${name}`;
    const known = kept.get(key) ?? make(page);
    kept.set(key, known);
    return known;
  };
  return { reference, search, pageOf };
}

/** What a page of the reference is made of. */
interface MadePage {
  readonly language: ReferenceView["language"];
  readonly title: string;
  readonly body: (view: ReferenceView) => Html;
}

function serveSearch(app: FastifyInstance, content: () => Buffer): void {
  const send = once(() => sendEncoded("application/json; charset=utf-8", content()));
  app.get(searchAddress, (request, reply) => send()(request, reply));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
