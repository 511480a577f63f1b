import "../../browser/page.css";
import "./arrival.css";
import { pageData } from "../../browser/page-data";
import { postGraphql } from "../../browser/post-graphql";
import type { PageLanguage } from "../../shared/page-language";
import { type AnswerLine, queryOf, questions } from "../shared/questions";

const { language, noAnswer } = pageData() as { language: PageLanguage; noAnswer: string };
const places = questions.map((question) => ({
  question,
  place: document.querySelector<HTMLElement>(`[data-question="${question.id}"]`),
}));

for (const { place } of places) place?.replaceChildren(place.dataset["waiting"] ?? "");
// One request for all: what everybody may send a minute is counted.
const data = await postGraphql({ query: queryOf(questions) }, { "accept-language": language })
  .then((answer) => answer.data)
  .catch(() => undefined);
for (const { question, place } of places) {
  const lines = question.read(data, language);
  place?.replaceChildren(lines.length > 0 ? listOf(lines) : noAnswer);
}

function listOf(lines: readonly AnswerLine[]): HTMLElement {
  const list = document.createElement("ul");
  for (const { text, source } of lines) {
    const item = document.createElement("li");
    item.textContent = text;
    if (source !== undefined) {
      const said = document.createElement("small");
      said.textContent = source;
      item.append(said);
    }
    list.append(item);
  }
  return list;
}
