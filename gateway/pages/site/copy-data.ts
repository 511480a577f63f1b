import type { PageLanguage, PageText } from "../shared/page-language";
import { type Html, markup } from "./html";

const words = {
  copy: { en: "Copy", ja: "コピー" },
  copied: { en: "Copied", ja: "コピーしました" },
  selected: {
    en: "Selected: copy it with the keyboard",
    ja: "選択しました。キーボードでコピーしてください",
  },
} as const satisfies Record<string, PageText>;

/** Attributes of an element whose text is there to be copied: what the button says that a script of the page puts behind it. */
export function copyData(language: PageLanguage): Html {
  return markup` data-copy="${words.copy[language]}" data-copied="${words.copied[language]}" data-selected="${words.selected[language]}"`;
}
