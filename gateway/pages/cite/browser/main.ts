import "../../browser/page.css";
import "./cite.css";
import { addCopyButtons } from "../../browser/add-copy-buttons";
import { pageData } from "../../browser/page-data";
import { bibtex } from "../../shared/citation/bibtex";
import { citedAnswer } from "../../shared/citation/cited-answer";
import type { Citation } from "../../shared/citation/citation";
import { citationText } from "../../shared/citation/citation-text";
import { cslJson } from "../../shared/citation/csl-json";
import type { CitePageData } from "../shared/cite-page-data";
import { words } from "../shared/words";
import { compareToday } from "./compare-today";

const { language, id } = pageData() as CitePageData;
if (id !== undefined) {
  addCopyButtons();
  try {
    const { data, extensions } = await keptAnswer(id);
    sayWhole(id, extensions.citation);
    offerToAsk(() => compareToday(language, data, extensions.citation));
  } catch {
    document.getElementById("today")?.replaceChildren(words.failed[language]);
  }
}

interface KeptAnswer {
  readonly data: unknown;
  readonly extensions: { readonly citation: Citation };
}

async function keptAnswer(kept: string): Promise<KeptAnswer> {
  const response = await fetch(`/cite/${kept}.json`, { credentials: "omit" });
  if (!response.ok) throw new Error(`The answer is not shown: ${response.status}.`);
  return (await response.json()) as KeptAnswer;
}

/** A stranger wrote the question: it is sent from the reader's browser only when the reader wants it. */
function offerToAsk(ask: () => Promise<void>): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "no-print";
  button.textContent = words.askAgain[language];
  button.addEventListener("click", () => {
    button.disabled = true;
    void ask().finally(() => (button.disabled = false));
  });
  document.getElementById("ask-today")?.replaceChildren(button);
}

/** A gateway that does not know its own address has written a path; here it is known. */
function sayWhole(kept: string, citation: Citation): void {
  const path = `/cite/${kept}`;
  if (document.getElementById("text-en")?.textContent?.endsWith(` ${path}`) !== true) return;
  const address = `${location.origin}${path}`;
  const item = citedAnswer(citation, { id: kept, address });
  const texts = {
    "text-en": citationText(citation, "en", address),
    "text-ja": citationText(citation, "ja", address),
    bibtex: bibtex(item).trimEnd(),
    csl: cslJson([item]).trimEnd(),
  };
  for (const [name, text] of Object.entries(texts)) {
    document.getElementById(name)?.replaceChildren(text);
  }
}
