import { Field, ObjectType } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import { StatisticsRow } from "../../catalog/statistics/statistics-row";
import type { DispatchLegalBasisCode } from "../classification/dispatch-legal-basis";
import type { DispatchOrganizationTypeCode } from "../classification/dispatch-organization-type";
import type { DispatchRegionCode } from "../classification/dispatch-region";
import { DispatchPayRate, DispatchTerm } from "./dispatch-statistics-codes";

/** One group of dispatches. */
@ObjectType({
  description:
    "One group of dispatches: what it is grouped by, and how many. What it is not grouped by is null.",
})
export class DispatchStatisticsRow extends StatisticsRow {
  @Field(() => Country, { nullable: true, description: "The country of duty." })
  country(): Country | null {
    const code = this.keyOf("country");
    return code === null ? null : countryOf(code);
  }

  @Field(() => Agency, { nullable: true, description: "The home agency on the first day." })
  homeAgency(): Agency | null {
    const code = this.keyOf("homeAgency");
    return code === null ? null : agencyOf(code);
  }

  @Field(() => DispatchTerm, { nullable: true, description: "The term as ordered." })
  term(): DispatchTerm | null {
    return this.keyOf("term") as DispatchTerm | null;
  }

  @Field(() => DispatchPayRate, {
    nullable: true,
    description: "How much of the pay goes on; null also where that is not known.",
  })
  payRate(): DispatchPayRate | null {
    return this.keyOf("payRate") as DispatchPayRate | null;
  }

  /** The code of its region. */
  get regionCode(): DispatchRegionCode | null {
    return this.keyOf("region") as DispatchRegionCode | null;
  }

  /** The code of its kind of organization. */
  get organizationTypeCode(): DispatchOrganizationTypeCode | null {
    return this.keyOf("organizationType") as DispatchOrganizationTypeCode | null;
  }

  /** The code of its organization. */
  get organizationCode(): string | null {
    return this.keyOf("organization");
  }

  /** The code of its legal basis. */
  get legalBasisCode(): DispatchLegalBasisCode | null {
    return this.keyOf("legalBasis") as DispatchLegalBasisCode | null;
  }
}
