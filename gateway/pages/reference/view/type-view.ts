import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from "graphql";
import { type Html, markup } from "../../site/html";
import { kindOf } from "../model/kind-of";
import { accessView } from "./access-view";
import { descriptionView } from "./description-view";
import { coordinateLink } from "./links";
import { fieldViews, inputFieldViews, valueViews } from "./member-views";
import type { ReferenceView } from "./reference-view";
import { areaWords, kindOfOne, words } from "./words";

/** A type: what it is, who may see it, what is in it, and where it is used. */
export function typeView(type: GraphQLNamedType, view: ReferenceView): Html {
  const { reference, language } = view;
  const policy = reference.policies.get(type.name);
  const isInput = isInputObjectType(type) || isEnumType(type);
  return markup`<h1><code>${type.name}</code> <small>${kindOfOne[kindOf(type)][language]}</small></h1>
${descriptionView(type.description)}
<dl class="facts">
  ${policy && fact(words[isInput ? "whoUses" : "whoSees"][language], accessView(policy, language))}
  ${fact(words.area[language], areaWords[reference.areaOf(type.name)][language])}
  ${isScalarType(type) && type.specifiedByURL != null ? fact(words.specifiedBy[language], markup`<a href="${type.specifiedByURL}" rel="external">${type.specifiedByURL}</a>`) : undefined}
</dl>
${membersOf(type, view)}
${isInterfaceType(type) ? implementationsOf(type, view) : undefined}
${usesOf(type, view)}`;
}

/** A line of what is said of a type or an operation as a whole. */
export function fact(title: string, value: Html | string): Html {
  return markup`<div><dt>${title}</dt><dd>${value}</dd></div>`;
}

function membersOf(type: GraphQLNamedType, view: ReferenceView): Html | undefined {
  const { language } = view;
  if (isObjectType(type) || isInterfaceType(type)) {
    return markup`<h2>${words.fields[language]}</h2>${fieldViews(type, view)}`;
  }
  if (isInputObjectType(type)) {
    return markup`<h2>${words.fields[language]}</h2>${inputFieldViews(type, view)}`;
  }
  return isEnumType(type)
    ? markup`<h2>${words.values[language]}</h2>${valueViews(type, view)}`
    : undefined;
}

function implementationsOf(type: GraphQLInterfaceType, view: ReferenceView): Html {
  const types = view.reference.schema.getPossibleTypes(type);
  return markup`<h2>${words.implementedBy[view.language]}</h2>
<ul class="names">${types.map(({ name }) => markup`<li>${coordinateLink(name, view)}</li>`)}</ul>`;
}

function usesOf({ name }: GraphQLNamedType, view: ReferenceView): Html | undefined {
  const uses = view.reference.usesOf(name);
  if (uses.length === 0) return undefined;
  return markup`<details class="uses"><summary>${words.usedBy[view.language]} (${uses.length})</summary>
<ul class="names">${uses.map((coordinate) => markup`<li>${coordinateLink(coordinate, view)}</li>`)}</ul></details>`;
}
