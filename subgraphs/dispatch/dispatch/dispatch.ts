import { Arg, Ctx, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import { asOfDescription } from "../../kit/clock";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import type { RequestContext } from "../../kit/request-context";
import { DispatchLegalBasisCode } from "../legal-basis/dispatch-legal-basis-code";
import { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import { DispatchRegionCode } from "../region/dispatch-region-code";
import { type DispatchDays, DispatchState, stateOn } from "./dispatch-state";

/** One official's term with one organization. */
@Entity("dispatch")
@ObjectType({
  description:
    "The dispatch of one official to one organization for a term (Act No. 117 of 1970, art. 2), from plan to return.",
})
export class Dispatch extends StoredRecord implements DispatchDays {
  @Column("text", { name: "official_id" })
  officialId: string;

  @Column("text", { name: "organization_code" })
  organizationCode: string;

  /** The organization's own, kept equal by the database. */
  @Column("text", { name: "organization_type_code" })
  organizationTypeCode: DispatchOrganizationTypeCode;

  /** The organization's own, kept equal by the database. */
  @Column("text", { name: "region_code" })
  regionCode: DispatchRegionCode;

  @Column("text", { name: "legal_basis_code" })
  legalBasisCode: DispatchLegalBasisCode;

  @Column("text", { name: "country_code" })
  countryCode: string;

  @Column("text", { name: "home_agency_code" })
  homeAgencyCode: string;

  @Column("text")
  @Field(() => String, { description: "The title of the post held there." })
  post: string;

  @Column("date", { name: "planned_from" })
  @Field(() => DateScalar, { description: "The first day as planned." })
  plannedFrom: string;

  @Column("date", { name: "planned_to" })
  @Field(() => DateScalar, {
    description:
      "The first day back on duty as planned, extensions included: the end of the term, which it does not include.",
  })
  plannedTo: string;

  @Column("integer", { name: "pay_ratio", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "The percentage of pay that goes on during the dispatch, 0–100 (Act No. 117 of 1970, art. 5); null where not known.",
  })
  payRatio: number | null;

  @Column("date", { name: "consent_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day on which the official consented (Act No. 117 of 1970, art. 2); null: not yet. Consent to extensions stands with them.",
  })
  consentOn: string | null;

  @Column("date", { name: "npa_consulted_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day on which the National Personnel Authority was last consulted on a term beyond five years (Rule 18-0, art. 4); null: never.",
  })
  npaConsultedOn: string | null;

  @Column("date", { name: "started_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on dispatch; null: it has not begun.",
  })
  startedOn: string | null;

  @Column("date", { name: "returned_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day back on duty; null: no return is on record.",
  })
  returnedOn: string | null;

  @Column("date", { name: "cancelled_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it was given up; null: it was not.",
  })
  cancelledOn: string | null;

  @Column("text", { name: "cancellation_reason", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was given up; null: it was not." })
  cancellationReason: string | null;

  @Column("boolean")
  @Field(() => Boolean, {
    description:
      "Whether the official returned after the end of the term, and the office acknowledged it when it recorded the return.",
  })
  overstayed: boolean;

  /** A later dispatch had begun when the first day was recorded: {@link AwayTerm.followed}. */
  @Column("boolean")
  followed: boolean;

  @Field(() => Country, { description: "The country of duty." })
  country(): Country {
    return countryOf(this.countryCode);
  }

  @Field(() => Agency, {
    description:
      "The official's home agency on the first day (as planned, until it begins); kept whatever the official's agency is later.",
  })
  homeAgency(): Agency {
    return agencyOf(this.homeAgencyCode);
  }

  @Field(() => DispatchState, {
    description:
      "How far it had come on a day, by what happened and not by what was planned; a dispatch that was recorded after a later one had begun counts as over by the end of its term until its return is on record. Every day before consent counts as PLANNED.",
  })
  state(
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): DispatchState {
    return stateOn(this, asOf ?? context.asOf);
  }
}
