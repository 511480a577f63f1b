import "../../browser/page.css";
import "./cite.css";
import { pageData } from "../../browser/page-data";
import { bibtexOf } from "../../shared/citation/bibtex";
import type { Citation } from "../../shared/citation/citation";
import { citationText } from "../../shared/citation/citation-text";
import { cslJsonOf } from "../../shared/citation/csl-json";
import type { CitePageData } from "../shared/cite-page-data";
import { compareToday } from "./compare-today";
import { offerToCopy } from "./offer-to-copy";

const { language, id } = pageData() as CitePageData;
if (id !== undefined) {
  offerToCopy(language);
  const response = await fetch(`/cite/${id}.json`, { credentials: "omit" });
  const kept = (await response.json()) as { data: unknown; extensions: { citation: Citation } };
  const { citation } = kept.extensions;
  sayWhole(id, citation);
  await compareToday(language, kept.data, citation);
}

/** A gateway that does not know its own address has written a path; here it is known. */
function sayWhole(kept: string, citation: Citation): void {
  const path = `/cite/${kept}`;
  if (document.getElementById("text-en")?.textContent?.endsWith(` ${path}`) !== true) return;
  const at = { id: kept, address: `${location.origin}${path}` };
  const texts = {
    "text-en": citationText(citation, "en", at.address),
    "text-ja": citationText(citation, "ja", at.address),
    bibtex: bibtexOf(citation, at).trimEnd(),
    csl: cslJsonOf(citation, at).trimEnd(),
  };
  for (const [name, text] of Object.entries(texts)) {
    document.getElementById(name)?.replaceChildren(text);
  }
}
