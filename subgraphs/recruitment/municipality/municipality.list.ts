import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import type { ListDefinition } from "../../kit/connection/list-definition";
import type { ListRequest } from "../../kit/connection/list-request";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { type EnumFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { DateScalar } from "../../kit/graphql/scalars";
import { Municipality } from "./municipality";
import { municipalKinds, type MunicipalityKind, MunicipalityKindFilter } from "./municipality-kind";
import { prefectureCodes } from "./prefecture";

/** A page of municipalities. */
export const MunicipalityConnection = connectionType(Municipality, "Municipality");

/** Which municipalities to list. */
@InputType({
  description: "Which municipalities to list. All conditions that are given must hold.",
})
export class MunicipalityFilter {
  @Field(() => StringFilter, {
    nullable: true,
    description: "By two-digit code of the prefecture, as 13.",
  })
  prefecture?: StringFilter;
  @Field(() => MunicipalityKindFilter, {
    nullable: true,
    description:
      "By kind. Default: CITY, TOWN, VILLAGE and SPECIAL_WARD, which are the municipalities; other kinds only if they are asked for.",
  })
  kind?: EnumFilter<MunicipalityKind>;
  @Field(() => StringFilter, { nullable: true, description: "By Japanese name." })
  name?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By how the name is read." })
  kana?: StringFilter;
}

/** What municipalities can be ordered by. */
export enum MunicipalityOrderField {
  CODE = "CODE",
  KANA = "KANA",
}

registerEnumType(MunicipalityOrderField, {
  name: "MunicipalityOrderField",
  description: "What municipalities can be ordered by.",
  valuesConfig: {
    CODE: { description: "By code, which goes from north to south." },
    KANA: { description: "By how the name is read." },
  },
});

/** One term of an ordering of municipalities. */
@InputType({ description: "One term of an ordering of municipalities." })
export class MunicipalityOrder implements OrderTerm<MunicipalityOrderField> {
  @Field(() => MunicipalityOrderField, { description: "What to order by." })
  by: MunicipalityOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of municipalities of all times. */
@ArgsType()
export class MunicipalityHistoryArguments extends PageArguments {
  @Field(() => MunicipalityFilter, { nullable: true, description: "Default: all municipalities." })
  filter?: MunicipalityFilter | null;
  @Field(() => [MunicipalityOrder], { nullable: true, description: "Default: by code." })
  orderBy?: MunicipalityOrder[] | null;
}

/** The arguments of a list of municipalities on a day. */
@ArgsType()
export class MunicipalityArguments extends MunicipalityHistoryArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/** What to ask of a list: what is no municipality is left out, unless kinds are asked for. */
export function municipalOnly({
  first,
  after,
  filter,
  orderBy,
}: MunicipalityHistoryArguments): ListRequest {
  const { prefecture, name, kana, kind: asked } = filter ?? {};
  const isAsked = Object.values(asked ?? {}).some((operand) => operand !== undefined);
  const kind = isAsked ? asked : { in: [...municipalKinds] };
  return { first, after: after ?? null, filter: { prefecture, name, kana, kind }, orderBy };
}

const definition: ListDefinition<Municipality> = {
  name: "MunicipalityHistory",
  entity: Municipality,
  filters: {
    prefecture: { sql: "t.prefecture_code", type: "text", codes: prefectureCodes },
    kind: { sql: "t.kind", type: "text" },
    name: { sql: "t.name_ja", type: "text", written: "free" },
    kana: { sql: "t.kana", type: "text", written: "free" },
  },
  orderings: {
    CODE: { sql: "t.code", type: "text" },
    KANA: { sql: 't.kana COLLATE "C"', type: "text" },
  },
  defaultOrder: [{ by: "CODE", direction: OrderDirection.ASC }],
  unique: { sql: "t.code", type: "text" },
};

/** Municipalities on a day. */
export const municipalities = new List({
  ...definition,
  name: "Municipality",
  asOf: (day) => `t.valid @> ${day}`,
});

/** Every municipality there is or was. */
export const municipalityHistory = new List(definition);
