import type { PageLanguage } from "../../shared/page-language";

/** What the script of the reference is given. */
export interface ReferenceData {
  readonly language: PageLanguage;
  /** Where what can be found is listed. */
  readonly index: string;
  readonly words: {
    readonly found: string;
    readonly foundMore: string;
    readonly nothingFound: string;
    readonly searchFailed: string;
  };
}
