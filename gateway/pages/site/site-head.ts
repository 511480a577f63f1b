import { type Html, markup } from "./html";
import type { Site } from "./page";
import { type PageLanguage, type PageText, pageLanguages } from "../shared/page-language";

const start: PageText = { en: "Start", ja: "はじめに" };
const navigation: PageText = { en: "Pages", ja: "ページ" };
const inLanguage: PageText = { en: "English", ja: "日本語" };

/**
 * The head of every page: links to the others, and to itself in the other language.
 *
 * @param address where the page is, as `/figures`
 */
export function siteHead({ pages, settings }: Site, language: PageLanguage, address: string): Html {
  const links = [
    ...(settings.PAGES ? [{ address: "/", label: start }] : []),
    ...pages.map((page) => ({ address: page.address, label: page.label })),
  ];
  const other = pageLanguages.find((each) => each !== language) ?? "en";
  return markup`<header>
    <nav class="site-head" aria-label="${navigation[language]}">
      <a href="/?lang=${language}" translate="no">personnel-graph</a>
      ${links.map(
        (link) =>
          markup`<a
            href="${link.address}?lang=${language}"
            ${link.address === address ? markup` aria-current="page"` : undefined}
            >${link.label[language]}</a
          > `,
      )}<a href="?lang=${other}" lang="${other}" hreflang="${other}" data-language="${other}"
        >${inLanguage[other]}</a
      >
    </nav>
  </header>`;
}
