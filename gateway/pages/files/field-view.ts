import type { ListedParameter } from "../../addresses/list-addresses";
import { languageParameter } from "../../operations/language-parameter";
import type { PageLanguage } from "../shared/page-language";
import { type Html, markup } from "../site/html";
import { words } from "./words";

const languageNames: Readonly<Record<string, string>> = { en: "English", ja: "日本語" };

/** What the field of a parameter has at first: its example, or the language of the page. */
export function chosenAtFirst({ name, example }: ListedParameter, language: PageLanguage): string {
  return example ?? (name === languageParameter ? language : "");
}

/** A field for a parameter of an operation, with its label. */
export function fieldView(
  operation: string,
  parameter: ListedParameter,
  language: PageLanguage,
): Html {
  const { name, description, required } = parameter;
  const id = `${operation}-${name}`;
  // Which language there is where none is chosen matters to programs alone.
  const label = name === languageParameter ? words.language : description;
  // A list to choose from says so itself.
  const optional = required || isChosen(parameter) ? undefined : words.optional[language];
  return markup`<div>
    <label for="${id}"
      >${label[language]}${optional} <code class="soft">${name}</code></label
    >
    ${inputOf(id, parameter, language)}
  </div>`;
}

function inputOf(id: string, parameter: ListedParameter, language: PageLanguage): Html {
  const { name, required, values = [] } = parameter;
  const chosen = chosenAtFirst(parameter, language);
  if (isChosen(parameter)) {
    return markup`<select id="${id}" name="${name}">
      ${required ? undefined : markup`<option value="">${words.leftOut[language]}</option>`}
      ${values.map((value) => markup`<option value="${value}"${value === chosen ? markup` selected` : undefined}>${name === languageParameter ? languageNames[value] : value}</option>`)}
    </select>`;
  }
  return markup`<input id="${id}" name="${name}" value="${chosen}" autocomplete="off" spellcheck="false"${required ? markup` required` : undefined}${checks(parameter, language)} />`;
}

/** Whether one of a few values is chosen. */
function isChosen({ list, values = [] }: ListedParameter): boolean {
  return values.length > 0 && !list;
}

/** What a browser can check before it asks; the gateway checks all. */
function checks({ type, list, values = [] }: ListedParameter, language: PageLanguage): Html {
  const item = type.replaceAll(/[[\]!]/g, "");
  if (item === "Date" && !list) return markup` type="date"`;
  const one = item === "Int" ? String.raw`-?\d{1,15}` : "";
  const hints = [
    ...values,
    ...(one === "" ? [] : [words.wholeNumbers[language]]),
    ...(list ? [words.several[language]] : []),
  ];
  return markup`${one === "" ? undefined : markup` pattern="${list ? `${one}(,${one})*` : one}"`}${hints.length > 0 ? markup` title="${hints.join(" / ")}"` : undefined}`;
}
