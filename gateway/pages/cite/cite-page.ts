import type { FastifyReply, FastifyRequest } from "fastify";
import type { KeptCitation } from "../shared/citation/kept-citation";
import { type AnswerTable, answerTables } from "../shared/answer-table";
import { bibtex } from "../shared/citation/bibtex";
import { citedAnswer } from "../shared/citation/cited-answer";
import type { Citation } from "../shared/citation/citation";
import { citationText } from "../shared/citation/citation-text";
import { cslJson } from "../shared/citation/csl-json";
import { releasesIn } from "../shared/citation/releases-in";
import { type PageLanguage, pageLanguages } from "../shared/page-language";
import { sharedFragment } from "../shared/share-link";
import { copyData } from "../site/copy-data";
import { type Html, markup } from "../site/html";
import type { Site } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendPage } from "../site/send-page";
import { siteHead } from "../site/site-head";
import type { CitePageData } from "./shared/cite-page-data";
import { words } from "./shared/words";

/** How many rows of a table are drawn; a browser is slow with more, and the file has them all. */
const mostRows = 1_000;

/** How many characters of a cell stay on one line. */
const longestOnALine = 24;

/** The page of a cited answer, and that of an address at which none is. */
export function citePage(site: Site, addressOf: (id: string) => string) {
  return {
    show: (request: FastifyRequest, reply: FastifyReply, shown: KeptCitation): void => {
      const language = pageLanguageOf(request);
      const data: CitePageData = { language, id: shown.id };
      const page = pageShell(site.assets, {
        entry: "cite",
        language,
        title: words.title[language],
        description: words.description[language],
        data,
        body: bodyOf(site, language, shown, addressOf(shown.id)),
      });
      void sendPage(reply, page);
    },
    notFound: (request: FastifyRequest, reply: FastifyReply): void => {
      const language = pageLanguageOf(request);
      const data: CitePageData = { language };
      const page = pageShell(site.assets, {
        entry: "cite",
        language,
        title: words.notFoundTitle[language],
        description: words.notFoundAbout[language],
        data,
        body: markup`${siteHead(site, language, "/cite")}
<main>
  <h1>${words.notFound[language]}</h1>
  <p>${words.notFoundAbout[language]}</p>
</main>`,
      });
      void sendPage(reply.code(404), page);
    },
  };
}

function bodyOf(
  site: Site,
  language: PageLanguage,
  { id, text, citation }: KeptCitation,
  address: string,
): Html {
  const say = (name: keyof typeof words) => words[name][language];
  const item = citedAnswer(citation, { id, address });
  const copied = (text: TextToCopy) => toCopy(text, language);
  const { data } = JSON.parse(text) as { data: unknown };
  const place = `/cite/${id}`;
  return markup`${siteHead(site, language, place)}
<main class="cite">
  <h1>${say("heading")}</h1>
  <p>${say("about")}</p>
  ${citation.dataset === "synthetic" ? markup`<p class="notice">${say("synthetic")}</p>` : undefined}
  <p class="notice">${say("stranger")}</p>
  <h2>${say("paste")}</h2>
  ${pageLanguages.map((lang) => copied({ id: `text-${lang}`, label: say(lang === "ja" ? "inJapanese" : "inEnglish"), text: citationText(citation, lang, address), lang }))}
  <details><summary>BibTeX</summary>${copied({ id: "bibtex", label: "BibTeX", text: bibtex(item) })}</details>
  <details><summary>CSL-JSON</summary>${copied({ id: "csl", label: "CSL-JSON", text: cslJson([item]) })}</details>
  <p class="no-print">${say("files")} <a href="${place}.json" download>${say("answerFile")}</a>, <a href="${place}.bib">BibTeX</a>, <a href="${place}.csl.json">CSL-JSON</a></p>
  <h2>${say("today")}</h2>
  <p class="soft">${say("asksAsYou")}</p>
  <div id="ask-today"></div>
  <div id="today" role="status"><noscript>${say("withoutScript")}</noscript></div>
  ${explorerLink(site, language, citation)}
  <h2>${say("answer")}</h2>
  ${answerTables(data).map((table) => tableOf(table, language))}
  <details><summary>${say("json")}</summary><pre tabindex="0">${JSON.stringify(data, null, 2)}</pre></details>
  <h2>${say("question")}</h2>
  <h3>${say("operation")}</h3>
  <pre tabindex="0"><code>${citation.operation}</code></pre>
  ${variablesOf(citation, say("variables"))}
  ${factsOf(citation, language)}
</main>`;
}

interface TextToCopy {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Its own language, where it has one. */
  readonly lang?: PageLanguage;
}

function toCopy({ id, label, text, lang }: TextToCopy, language: PageLanguage): Html {
  return markup`<h3 id="${id}-label">${label}</h3>
<pre tabindex="0" id="${id}" aria-labelledby="${id}-label"${lang ? markup` lang="${lang}"` : undefined}${copyData(language)}>${text.trimEnd()}</pre>`;
}

function variablesOf({ variables }: Citation, label: string): Html | undefined {
  if (Object.keys(variables).length === 0) return undefined;
  return markup`<h3>${label}</h3>
  <pre tabindex="0"><code>${JSON.stringify(variables, null, 2)}</code></pre>`;
}

function factsOf(citation: Citation, language: PageLanguage): Html {
  const releases = releasesIn(citation).map(
    ({ area, vintage, releasedOn }) => `${area} ${vintage} (${releasedOn})`,
  );
  const facts = [
    ["asOf", citation.asOf],
    ["knownAt", citation.knownAt],
    ["day", citation.day],
    ["language", citation.language],
    ["releases", releases.length > 0 ? releases.join(", ") : words.noRelease[language]],
    ["schema", citation.schemaVersion],
    ["hash", citation.answer],
  ] as const;
  return markup`<dl>${facts.map(
    ([name, value]) => markup`<dt>${words[name][language]}</dt><dd>${value}</dd>`,
  )}</dl>`;
}

function explorerLink(
  { pages }: Site,
  language: PageLanguage,
  { operation, variables }: Citation,
): Html | undefined {
  const explorer = pages.find(({ name }) => name === "explorer");
  if (!explorer) return undefined;
  const fragment = sharedFragment({
    query: operation,
    variables: JSON.stringify(variables, null, 2),
  });
  return markup`<p class="no-print"><a href="${explorer.address}?lang=${language}${fragment}">${words.again[language]}</a></p>`;
}

function tableOf({ path, columns, rows }: AnswerTable, language: PageLanguage): Html {
  const counted = `${path} (${rows.length} ${words.rows[language]}${rows.length > mostRows ? `; ${words.firstRows[language]}` : ""})`;
  const caption = path === "" ? words.answer[language] : counted;
  return markup`<div class="wide" tabindex="0" role="group" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows
    .slice(0, mostRows)
    .map((cells) => markup`<tr>${cells.map((cell) => cellOf(cell))}</tr>`)}</tbody>
</table></div>`;
}

/** What is short stays on one line, so that what is long has room. */
function cellOf(text: string): Html {
  return text.length < longestOnALine
    ? markup`<td class="short">${text}</td>`
    : markup`<td>${text}</td>`;
}
