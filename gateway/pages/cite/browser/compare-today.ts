import { postGraphql } from "../../browser/post-graphql";
import type { Citation } from "../../shared/citation/citation";
import { oneLine } from "../../shared/citation/one-line";
import type { PageLanguage } from "../../shared/page-language";
import { type Difference, differencesOf } from "../shared/differences";
import { words } from "../shared/words";

/** How many places are listed at which answers differ. */
const mostPlaces = 20;

/**
 * Asks the graph the same once more, as everybody and as of the same day, and says on the page whether it answers the same.
 */
export async function compareToday(
  language: PageLanguage,
  data: unknown,
  citation: Citation,
): Promise<void> {
  const place = document.getElementById("today");
  const say = (...parts: readonly (Node | string)[]) => place?.replaceChildren(...parts);
  say(words.asking[language]);
  const { operation: query, variables, language: ofNames, asOf } = citation;
  const asked = { query, variables };
  const headers = { "accept-language": ofNames, "graph-as-of": asOf };
  try {
    const answer = await postGraphql(asked, headers);
    const [error] = answer.errors ?? [];
    if (error) {
      say(paragraph(words.notAnswered[language]), paragraph(oneLine(error.message, 500)));
      return;
    }
    const differences = differencesOf(data, answer.data);
    if (differences.length === 0) say(words.same[language]);
    else say(paragraph(words.differs[language]), ...listed(differences, language));
  } catch {
    say(words.failed[language]);
  }
}

function listed(differences: readonly Difference[], language: PageLanguage): HTMLElement[] {
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const name of ["place", "cited", "now"] as const) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = words[name][language];
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { place, before, after } of differences.slice(0, mostPlaces)) {
    const row = body.insertRow();
    for (const text of [place, textOf(before, language), textOf(after, language)]) {
      row.insertCell().textContent = oneLine(text);
    }
  }
  const wide = document.createElement("div");
  wide.className = "wide";
  wide.tabIndex = 0;
  wide.setAttribute("role", "group");
  wide.setAttribute("aria-label", words.differs[language]);
  wide.append(table);
  const others = differences.length - mostPlaces;
  return others > 0 ? [wide, paragraph(`+ ${others} ${words.more[language]}`)] : [wide];
}

function textOf(value: unknown, language: PageLanguage): string {
  return value === undefined ? words.missing[language] : JSON.stringify(value);
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}
