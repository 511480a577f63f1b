import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { PageArguments } from "../../kit/connection/page";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { type EnumFilter, StringFilter } from "../../kit/filter/filter-inputs";
import {
  type DispatchOrganizationTypeCode,
  DispatchOrganizationTypeFilter,
} from "../organization-type/dispatch-organization-type-code";
import { type DispatchRegionCode, DispatchRegionFilter } from "../region/dispatch-region-code";
import { Organization } from "./organization";
import { countryCodes } from "../../catalog/country/country-list";

/** A page of organizations. */
export const OrganizationConnection = connectionType(Organization, "Organization");

/** Which organizations to list. */
@InputType({ description: "Which organizations to list. All conditions that are given must hold." })
export class OrganizationFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code." })
  code?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By English name." })
  nameEn?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By Japanese name." })
  nameJa?: StringFilter;
  @Field(() => DispatchOrganizationTypeFilter, { nullable: true, description: "By kind." })
  type?: EnumFilter<DispatchOrganizationTypeCode>;
  @Field(() => DispatchRegionFilter, { nullable: true, description: "By region." })
  region?: EnumFilter<DispatchRegionCode>;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By code of the country it sits in, as FR.",
  })
  country?: StringFilter;
}

/** What organizations can be ordered by. */
export enum OrganizationOrderField {
  CODE = "CODE",
  NAME = "NAME",
}

registerEnumType(OrganizationOrderField, {
  name: "OrganizationOrderField",
  description: "What organizations can be ordered by.",
  valuesConfig: {
    CODE: { description: "By code." },
    NAME: { description: "By English name, or the Japanese one where there is no English one." },
  },
});

/** One term of an ordering of organizations. */
@InputType({ description: "One term of an ordering of organizations." })
export class OrganizationOrder implements OrderTerm<OrganizationOrderField> {
  @Field(() => OrganizationOrderField, { description: "What to order by." })
  by: OrganizationOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of organizations. */
@ArgsType()
export class OrganizationArguments extends PageArguments {
  @Field(() => OrganizationFilter, { nullable: true, description: "Default: all." })
  filter?: OrganizationFilter | null;
  @Field(() => [OrganizationOrder], { nullable: true, description: "Default: by code." })
  orderBy?: OrganizationOrder[] | null;
}

/** All organizations. */
export const organizations = new List({
  name: "Organization",
  entity: Organization,
  filters: {
    code: { sql: "t.code", type: "text" },
    nameEn: { sql: "t.name_en", type: "text", written: "free" },
    nameJa: { sql: "t.name_ja", type: "text", written: "free" },
    type: { sql: "t.type_code", type: "text" },
    region: { sql: "t.region_code", type: "text" },
    country: { sql: "t.country_code", type: "text", codes: countryCodes },
  },
  orderings: {
    CODE: { sql: "t.code", type: "text" },
    NAME: { sql: "coalesce(t.name_en, t.name_ja)", type: "text" },
  },
  defaultOrder: [{ by: "CODE", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});
