import { countedOfCell } from "../figures/shared/model/counted-of-cell";
import { countedText } from "../figures/shared/model/counted-text";
import { explorerLink } from "../figures/shared/state/explorer-link";
import { wordsOf } from "../figures/shared/words/words-of";
import { type PageLanguage, pageLanguages } from "../shared/page-language";
import { copyData } from "../site/copy-data";
import { type Html, type HtmlPart, markup } from "../site/html";
import { type CitedAt, citationText } from "./cite-figure";
import { type AnsweredFigure, type AnsweredRevision, figureQuery } from "./figure-answer";
import { type FigureTexts, figureTexts, publisherOf } from "./figure-texts";
import { words } from "./words";

/** How the page of a figure is shown. */
export interface FigureHtmlOptions extends CitedAt {
  readonly language: PageLanguage;
  readonly isSynthetic: boolean;
  readonly hasExplorer: boolean;
}

/** All that the page of a figure says of it. */
export function figureHtml(figure: AnsweredFigure, options: FigureHtmlOptions): Html {
  const { language } = options;
  const say = (name: keyof typeof words) => words[name][language];
  const texts = figureTexts(figure, language);
  return markup`<p class="soft">${say("aFigure")} <code>${figure.id}</code></p>
    <h1>${texts.measure}${texts.part === null ? "" : ` – ${texts.part}`}</h1>
    <p class="figure-value">${valueHtml(figure.value, texts, language)}</p>
    ${options.isSynthetic ? markup`<p class="notice">${say("synthetic")}</p>` : undefined}
    <h2>${say("what")}</h2>
    ${facts([
      [say("measure"), texts.measure],
      [say("definition"), texts.definition],
      [say("fiscalYear"), texts.fiscalYear],
      [say("asOf"), figure.asOf],
      [say("period"), periodOf(figure)],
      [texts.dimension ?? say("part"), texts.part ?? say("total")],
      [say("confidence"), wordsOf[language].confidence[figure.confidence]],
      [say("note"), texts.note],
    ])}
    <h2>${say("where")}</h2>
    ${facts([
      [say("source"), sourceLink(figure)],
      [say("publisher"), texts.publisher],
      [say("publishedOn"), figure.source.publishedOn],
      [say("locator"), texts.locator],
    ])}
    <h2>${say("revisions")}</h2>
    ${revisionsTable(figure, language)}
    <h2>${say("records")}</h2>
    ${recordFacts(figure, texts, language)}
    <h2>${say("cite")}</h2>
    ${citations(figure, options)} ${tools(figure, options)}`;
}

type Fact = readonly [name: string, value: HtmlPart | null];

function facts(all: readonly Fact[]): Html {
  return markup`<dl class="figure-facts">
    ${all.map(([name, value]) => (value === null ? undefined : markup`<dt>${name}</dt><dd>${value}</dd>`))}
  </dl>`;
}

function valueHtml(value: number | null, { unit }: FigureTexts, language: PageLanguage): Html {
  return value === null
    ? markup`<small>${words.unknownValue[language]}</small>`
    : markup`<data value="${value}">${value.toLocaleString(language)}</data> <small>${unit}</small>`;
}

function periodOf({ periodStart, periodEnd }: AnsweredFigure): string | null {
  return periodStart === null ? null : `${periodStart} – ${periodEnd ?? ""}`;
}

function sourceLink({ source: { title, url } }: AnsweredRevision): HtmlPart {
  return url === null ? title : markup`<a href="${url}" rel="noreferrer">${title}</a>`;
}

/** This figure and the same in other publications, oldest first. */
function revisionsTable(figure: AnsweredFigure, language: PageLanguage): Html {
  const say = (name: keyof typeof words) => words[name][language];
  const all = [figure, ...figure.otherRevisions].toSorted(
    (one, other) => one.revision - other.revision,
  );
  return markup`<div class="wide" tabindex="0" role="region" aria-label="${say("revisions")}"><table>
    <thead><tr><th scope="col" class="number">${say("revision")}</th><th scope="col" class="number">${say("value")}</th><th scope="col">${say("source")}</th><th scope="col">${say("publisher")}</th></tr></thead>
    <tbody>${all.map(
      (each) => markup`<tr>
        <td class="number">${
          each.id === figure.id
            ? `${each.revision} (${say("thisOne")})`
            : markup`<a href="/figures/${each.id}?lang=${language}">${each.revision}</a>`
        }</td>
        <td class="number">${each.value ?? say("unknownValue")}</td>
        <td>${sourceLink(each)}</td>
        <td>${publisherOf(each.source, language)}</td></tr>`,
    )}</tbody></table></div>`;
}

function recordFacts(figure: AnsweredFigure, texts: FigureTexts, language: PageLanguage): Html {
  const say = (name: keyof typeof words) => words[name][language];
  const shared = wordsOf[language];
  return facts([
    [say("counted"), countedText(countedOfCell(figure.computed), shared)],
    [say("agreement"), shared.agreement[figure.agreement]],
    [say("difference"), figure.difference],
    [say("reason"), texts.notComputable],
  ]);
}

/** The text to paste in each language, that of the page first. */
function citations(figure: AnsweredFigure, options: FigureHtmlOptions): readonly Html[] {
  const others = pageLanguages.filter((each) => each !== options.language);
  return [options.language, ...others].map((each) => citation(figure, each, options));
}

function citation(
  figure: AnsweredFigure,
  inLanguage: PageLanguage,
  options: FigureHtmlOptions,
): Html {
  const { language } = options;
  const id = `cite-${inLanguage}`;
  return markup`<h3>${words[inLanguage === "ja" ? "inJapanese" : "inEnglish"][language]}</h3>
    <blockquote id="${id}" lang="${inLanguage}"${copyData(language)}>${citationText(figure, inLanguage, options)}</blockquote>`;
}

function tools({ id }: AnsweredFigure, { language, hasExplorer }: FigureHtmlOptions): Html {
  const file = (ending: string, name: string) =>
    markup`<a class="button" href="/figures/${id}${ending}?lang=${language}" download>${name}</a> `;
  const explorer = explorerLink({ query: figureQuery, variables: { id } });
  return markup`<p class="no-print">${file(".bib", "BibTeX")} ${file(".csl.json", "CSL-JSON")}
    ${hasExplorer ? markup`<a class="button" href="${explorer.replace("/explorer", `/explorer?lang=${language}`)}">${words.explorer[language]}</a>` : undefined}
    <a class="button" href="/figures?lang=${language}">${words.allFigures[language]}</a></p>`;
}
