import { areaNames } from "../../../../subgraphs/areas";
import { type Html, markup } from "../../site/html";
import { firstSentence } from "../model/first-sentence";
import { kindOf, typeKinds } from "../model/kind-of";
import type { RootName } from "../model/reference";
import { withCode } from "./description-view";
import { coordinateLink } from "./links";
import type { ReferenceView } from "./reference-view";
import { areaWords, kindWords, words } from "./words";

/** What all pages of the reference are reached from: queries and changes by area, types by kind. */
export function indexView(view: ReferenceView): Html {
  const { language } = view;
  return markup`<h1>${words.heading[language]}</h1>
<p>${words.about[language]} ${words.lead[language]}</p>
${operationLists("Query", view)}
${operationLists("Mutation", view)}
<h2 id="types">${words.types[language]}</h2>
${typeKinds.map((kind) => typeList(kind, view))}`;
}

/** The queries or the changes, each area under a heading. */
export function operationLists(root: RootName, view: ReferenceView): Html {
  const { reference, language } = view;
  const all = [...reference.operations].filter(([, operation]) => operation.root === root);
  const ofAreas = (["shared", ...areaNames] as const).map((area) => ({
    area,
    found: all.filter(([coordinate]) => reference.areaOf(coordinate) === area),
  }));
  return markup`<h2 id="${root}">${words[root === "Query" ? "queries" : "changes"][language]}</h2>
${ofAreas
  .filter(({ found }) => found.length > 0)
  .map(
    ({ area, found }) =>
      markup`<h3>${areaWords[area][language]}</h3>${list(
        found.map(([coordinate, { field }]) => [coordinate, field.name, field.description]),
        view,
      )}`,
  )}`;
}

function typeList(kind: (typeof typeKinds)[number], view: ReferenceView): Html {
  const found = [...view.reference.types.values()].filter((type) => kindOf(type) === kind);
  const title = `${kindWords[kind][view.language]} (${found.length})`;
  // What every list and change has is found by what leads to it, so only its names are here.
  const body =
    kind === "part" || kind === "filter"
      ? markup`<ul class="names">${found.map(({ name }) => markup`<li>${coordinateLink(name, view)}</li>`)}</ul>`
      : list(
          found.map(({ name, description }) => [name, name, description]),
          view,
        );
  return markup`<details id="${kind}"${kind === "object" ? markup` open` : undefined}><summary><h3>${title}</h3></summary>${body}</details>`;
}

type Listed = readonly [coordinate: string, name: string, description: string | null | undefined];

function list(found: readonly Listed[], view: ReferenceView): Html {
  return markup`<dl class="listed">${found.map(
    ([coordinate, name, description]) =>
      markup`<div><dt>${coordinateLink(coordinate, view, name)}</dt><dd lang="en">${withCode(firstSentence(description))}</dd></div>`,
  )}</dl>`;
}
