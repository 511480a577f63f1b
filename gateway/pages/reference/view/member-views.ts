import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isRequiredInputField,
} from "graphql";
import { type Html, markup } from "../../site/html";
import { accessView } from "./access-view";
import { argumentViews, defaultView } from "./argument-views";
import { costView } from "./cost-view";
import { descriptionView, withCode } from "./description-view";
import { typeLink } from "./links";
import type { ReferenceView } from "./reference-view";
import { words } from "./words";

/** The fields of an object, each at a place of its own. */
export function fieldViews(
  type: GraphQLObjectType | GraphQLInterfaceType,
  view: ReferenceView,
): readonly Html[] {
  const ofField = (field: GraphQLField<unknown, unknown>) =>
    memberView(view, {
      coordinate: `${type.name}.${field.name}`,
      name: field.name,
      description: field.description,
      deprecated: field.deprecationReason,
      signature: markup`: ${typeLink(field.type, view)}`,
      about: [costLine(view, `${type.name}.${field.name}`), argumentViews(field.args, view, false)],
    });
  return Object.values(type.getFields()).map(ofField);
}

/** The fields of an input, each at a place of its own. */
export function inputFieldViews(
  type: GraphQLInputObjectType,
  view: ReferenceView,
): readonly Html[] {
  return Object.values(type.getFields()).map((field) =>
    memberView(view, {
      coordinate: `${type.name}.${field.name}`,
      name: field.name,
      description: field.description,
      deprecated: field.deprecationReason,
      signature: markup`: ${typeLink(field.type, view)}`,
      beside: markup`${defaultView(field, view)}${
        isRequiredInputField(field) ? markup` <em>${words.required[view.language]}</em>` : undefined
      }`,
      isInput: true,
    }),
  );
}

/** The values of an enum, each at a place of its own. */
export function valueViews(type: GraphQLEnumType, view: ReferenceView): readonly Html[] {
  return type.getValues().map((value) =>
    memberView(view, {
      coordinate: `${type.name}.${value.name}`,
      name: value.name,
      description: value.description,
      deprecated: value.deprecationReason,
      isInput: true,
    }),
  );
}

/** What a field costs besides what it gives, as a line; nothing where that is nothing. */
export function costLine(
  { reference, language }: ReferenceView,
  coordinate: string,
): Html | undefined {
  const [type = "", field = ""] = coordinate.split(".");
  const cost = costView(reference.costs.get(type)?.get(field), language);
  return cost && markup`<p class="soft">${words.cost[language]}: ${cost}</p>`;
}

/** A field, an input's field or a value of an enum. */
interface Member {
  readonly coordinate: string;
  readonly name: string;
  readonly description: string | null | undefined;
  readonly deprecated: string | null | undefined;
  readonly signature?: Html;
  readonly beside?: Html;
  readonly about?: readonly (Html | undefined)[];
  /** Whether it is sent, not read. */
  readonly isInput?: boolean;
}

function memberView({ reference, language }: ReferenceView, member: Member): Html {
  const { coordinate, name, signature, beside, description, deprecated, isInput = false } = member;
  const policy = reference.policies.get(coordinate);
  const who = words[isInput ? "whoUses" : "whoSees"][language];
  return markup`<section class="member" id="${name}">
  <h3><code><a href="#${name}">${name}</a>${signature}</code>${beside}</h3>
  ${deprecated == null ? undefined : markup`<p class="notice" lang="en">${words.deprecated[language]} ${withCode(deprecated)}</p>`}
  ${descriptionView(description)}
  ${policy && markup`<p class="soft">${who}: ${accessView(policy, language)}</p>`}
  ${member.about?.filter((part) => part !== undefined)}
</section>`;
}
