import type { PageLanguage } from "../../shared/page-language";

/** What the script of the page is given; no id where nothing is kept. */
export interface CitePageData {
  readonly language: PageLanguage;
  readonly id?: string;
}
