import type { PageLanguage } from "../../shared/page-language";

/** What the server gives the script of the page. */
export interface FiguresPageData {
  readonly language: PageLanguage;
  /** Whether the gateway has an explorer that a query can be opened in. */
  readonly explorer: boolean;
  /** Whether the records are made up for demonstration. */
  readonly synthetic: boolean;
}
