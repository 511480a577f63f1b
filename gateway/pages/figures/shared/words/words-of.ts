import type { PageLanguage } from "../../../shared/page-language";
import { english } from "./english";
import { japanese } from "./japanese";
import type { Words } from "./words";

/** The words of each language. */
export const wordsOf: Readonly<Record<PageLanguage, Words>> = { en: english, ja: japanese };
