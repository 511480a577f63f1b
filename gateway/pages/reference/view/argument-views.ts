import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputField,
  isRequiredArgument,
  print,
} from "graphql";
import { type Html, markup } from "../../site/html";
import { descriptionView } from "./description-view";
import { typeLink } from "./links";
import type { ReferenceView } from "./reference-view";
import { words } from "./words";

/** The arguments of a field, each with its type, its default value and what it is. Where they have places, they can be linked to. */
export function argumentViews(
  given: readonly GraphQLArgument[],
  view: ReferenceView,
  havePlaces: boolean,
): Html | undefined {
  if (given.length === 0) return undefined;
  const { language } = view;
  const label = havePlaces ? undefined : markup`<p class="soft">${words.arguments[language]}</p>`;
  return markup`${label}<dl class="arguments">${given.map(
    (argument) =>
      markup`<div${havePlaces ? markup` id="${argument.name}"` : undefined}><dt><code><b>${argument.name}</b>: ${typeLink(argument.type, view)}</code>${defaultView(argument, view)}${
        isRequiredArgument(argument) ? markup` <em>${words.required[language]}</em>` : undefined
      }</dt><dd>${descriptionView(argument.description)}</dd></div>`,
  )}</dl>`;
}

/** The value that an argument or an input's field has where it is left out. */
export function defaultView(
  { defaultValue, type }: GraphQLArgument | GraphQLInputField,
  { language }: ReferenceView,
): Html | undefined {
  const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  return value
    ? markup` <span class="soft">${words.defaultValue[language]} <code>${print(value)}</code></span>`
    : undefined;
}
