import { Field, InputType } from "type-graphql";
import {
  DateFilter,
  type EnumFilter,
  IntFilter,
  StringFilter,
} from "../../kit/filter/filter-inputs";
import {
  type DispatchLegalBasisCode,
  DispatchLegalBasisFilter,
} from "../legal-basis/dispatch-legal-basis-code";
import {
  type DispatchOrganizationTypeCode,
  DispatchOrganizationTypeFilter,
} from "../organization-type/dispatch-organization-type-code";
import { type DispatchRegionCode, DispatchRegionFilter } from "../region/dispatch-region-code";
import { type DispatchState, DispatchStateFilter } from "./dispatch-state";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { organizationCodes } from "../organization/organization-codes";
import { countryCodes } from "../../catalog/country/country-list";

/** By what dispatches have in common, to list or to count them. */
@InputType()
export abstract class DispatchPartFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the organization." })
  organization?: StringFilter;
  @Field(() => DispatchOrganizationTypeFilter, {
    nullable: true,
    description: "By kind of the organization.",
  })
  organizationType?: EnumFilter<DispatchOrganizationTypeCode>;
  @Field(() => DispatchRegionFilter, {
    nullable: true,
    description: "By region of the organization.",
  })
  region?: EnumFilter<DispatchRegionCode>;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By code of the country of duty, as FR.",
  })
  country?: StringFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By code of the home agency on the first day, as JP-METI.",
  })
  homeAgency?: StringFilter;
  @Field(() => DispatchLegalBasisFilter, { nullable: true, description: "By legal basis." })
  legalBasis?: EnumFilter<DispatchLegalBasisCode>;
}

/** Which dispatches to list. */
@InputType({ description: "Which dispatches to list. All conditions that are given must hold." })
export class DispatchFilter extends DispatchPartFilter {
  @Field(() => StringFilter, { nullable: true, description: "By title of the post." })
  post?: StringFilter;
  @Field(() => IntFilter, { nullable: true, description: "By percentage of pay that goes on." })
  payRatio?: IntFilter;
  @Field(() => DateFilter, { nullable: true, description: "By first day as planned." })
  plannedFrom?: DateFilter;
  @Field(() => DateFilter, {
    nullable: true,
    description: "By first day back on duty as planned, extensions included.",
  })
  plannedTo?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: "By first day on dispatch." })
  startedOn?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: "By first day back on duty." })
  returnedOn?: DateFilter;
}

/** Which dispatches of all times to list. */
@InputType({
  description: "Which dispatches of all times to list. All conditions that are given must hold.",
})
export class DispatchHistoryFilter extends DispatchFilter {
  @Field(() => DispatchStateFilter, {
    nullable: true,
    description: "By how far it has come today.",
  })
  state?: EnumFilter<DispatchState>;
}

/** What the fields of the filters compare. */
export const dispatchFilterColumns = {
  organization: { sql: "t.organization_code", type: "text", codes: organizationCodes },
  organizationType: { sql: "t.organization_type_code", type: "text" },
  region: { sql: "t.region_code", type: "text" },
  country: { sql: "t.country_code", type: "text", codes: countryCodes },
  homeAgency: { sql: "t.home_agency_code", type: "text", codes: agencyCodes },
  legalBasis: { sql: "t.legal_basis_code", type: "text" },
  post: { sql: "t.post", type: "text" },
  payRatio: { sql: "t.pay_ratio", type: "integer" },
  plannedFrom: { sql: "t.planned_from", type: "date" },
  plannedTo: { sql: "t.planned_to", type: "date" },
  startedOn: { sql: "t.started_on", type: "date" },
  returnedOn: { sql: "t.returned_on", type: "date" },
  state: { sql: "t.state", type: "text" },
} as const;
