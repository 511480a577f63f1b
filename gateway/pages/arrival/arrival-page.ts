import type { FastifyReply, FastifyRequest } from "fastify";
import { type Html, markup } from "../site/html";
import type { Site } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendPage } from "../site/send-page";
import { siteHead } from "../site/site-head";
import { type PageLanguage, pageLanguages } from "../shared/page-language";
import { sharedFragment } from "../shared/share-link";
import { type Question, queryOf, questions } from "./shared/questions";
import { access, words } from "./words";

/** The page that browsers arrive on, at `/`. It can be read without JavaScript, then without answers. */
export function arrivalPage(site: Site): (request: FastifyRequest, reply: FastifyReply) => void {
  const made = new Map(
    pageLanguages.map((language) => [
      language,
      pageShell(site.assets, {
        entry: "arrival",
        language,
        title: words.title[language],
        description: words.about[language],
        data: { language, noAnswer: words.noAnswer[language] },
        body: bodyIn(language, site),
      }),
    ]),
  );
  return (request, reply) => {
    void sendPage(reply, made.get(pageLanguageOf(request)) ?? "");
  };
}

function bodyIn(language: PageLanguage, site: Site): Html {
  const say = (name: keyof typeof words) => words[name][language];
  const hasExplorer = site.pages.some(({ name }) => name === "explorer");
  const reference = site.pages.find(({ name }) => name === "reference");
  const isSynthetic = site.settings.DATASET === "synthetic";
  return markup`${siteHead(site, language, "/")}
<main>
  <h1>${say("heading")}</h1>
  <p class="lead">${say("about")}</p>
  ${isSynthetic ? markup`<p class="notice">${say("synthetic")}</p>` : undefined}
  <h2>${say("questions")}</h2>
  <div class="questions">${questions.map((question) => card(question, language, site))}</div>
  <h2>${say("where")}</h2>
  <dl class="ways">
    ${site.pages.map(
      (page) =>
        markup`<div><dt><a href="${page.address}?lang=${language}">${page.label[language]}</a></dt><dd>${page.about[language]}</dd></div>`,
    )}
    <div><dt>${say("exports")}</dt><dd>${say("exportsAbout")} ${hasExplorer ? say("exportsInExplorer") : ""} <code>POST /graphql?format=csv</code> <code>POST /graphql?format=xlsx</code></dd></div>
    <div><dt>${say("documentation")}</dt><dd>${say("documentationAbout")} ${
      reference &&
      markup`<a href="${reference.address}?lang=${language}">${say("schemaInReference")}</a>`
    }</dd></div>
  </dl>
  <h2>${say("who")}</h2>
  <div class="wide" tabindex="0" role="group" aria-label="${say("who")}"><table>
    <thead><tr><th scope="col">${say("whoColumn")}</th><th scope="col">${say("whatColumn")}</th></tr></thead>
    <tbody>${access.map(
      ({ who, what }) =>
        markup`<tr><th scope="row">${who[language]}</th><td>${what[language]}</td></tr>`,
    )}</tbody>
  </table></div>
  <p>${say("whoNote")}</p>
  <p class="soft">${say("programs")}</p>
</main>`;
}

function card(question: Question, language: PageLanguage, { pages }: Site): Html {
  const query = queryOf([question]);
  const explorer = pages.find(({ name }) => name === "explorer");
  const link =
    explorer &&
    markup`<p><a href="${explorer.address}?lang=${language}${sharedFragment({ query, variables: "" })}">${words.inExplorer[language]}</a></p>`;
  return markup`<section>
  <h3>${question.text[language]}</h3>
  <div class="answer" data-question="${question.id}" aria-live="polite" data-waiting="${words.waiting[language]}"><noscript>${words.withoutScript[language]}</noscript></div>
  <p class="soft">${question.note[language]}</p>
  <details><summary>${words.query[language]}</summary><pre tabindex="0"><code>${query}</code></pre></details>
  ${link}
</section>`;
}
