import { Field, InputType } from "type-graphql";
import { type EnumFilter, StringFilter } from "../../kit/filter/filter-inputs";
import {
  type DispatchLegalBasisCode,
  DispatchLegalBasisFilter,
} from "../classification/dispatch-legal-basis";
import {
  type DispatchOrganizationTypeCode,
  DispatchOrganizationTypeFilter,
} from "../classification/dispatch-organization-type";
import { type DispatchRegionCode, DispatchRegionFilter } from "../classification/dispatch-region";
import {
  type DispatchPayRate,
  DispatchPayRateFilter,
  type DispatchTerm,
  DispatchTermFilter,
} from "./dispatch-statistics-codes";

/** Which dispatches to count: by what they can be grouped by. */
@InputType({ description: "Which dispatches to count. All conditions that are given must hold." })
export class DispatchStatisticsFilter {
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
  @Field(() => DispatchTermFilter, { nullable: true, description: "By term as ordered." })
  term?: EnumFilter<DispatchTerm>;
  @Field(() => DispatchPayRateFilter, {
    nullable: true,
    description: "By how much of the pay goes on.",
  })
  payRate?: EnumFilter<DispatchPayRate>;
}
