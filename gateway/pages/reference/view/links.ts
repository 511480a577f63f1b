import { type GraphQLType, isListType, isNonNullType, isSpecifiedScalarType } from "graphql";
import { type Html, markup } from "../../site/html";
import { addressOf } from "../shared/address-of";
import type { ReferenceView } from "./reference-view";

/** A type as GraphQL writes it, with its name as a link. */
export function typeLink(type: GraphQLType, view: ReferenceView): Html {
  if (isNonNullType(type)) return markup`${typeLink(type.ofType, view)}!`;
  if (isListType(type)) return markup`[${typeLink(type.ofType, view)}]`;
  return isSpecifiedScalarType(type)
    ? markup`${type.name}`
    : markup`<a href="${addressOf(type.name, view.language)}">${type.name}</a>`;
}

/** A coordinate, or the words for it, as a link. */
export function coordinateLink(coordinate: string, view: ReferenceView, text = coordinate): Html {
  return markup`<a href="${addressOf(coordinate, view.language)}"><code>${text}</code></a>`;
}
