import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { DateScalar } from "../../kit/graphql/scalars";

/** That an official belongs to an agency during a period. */
@Entity("official_home_agency")
@ObjectType({ description: "That an official belongs to an agency during a period." })
export class OfficialHomeAgency {
  @PrimaryColumn("text", { name: "official_id" })
  officialId: string;

  @Column("text", { name: "agency_code" })
  agencyCode: string;

  @PrimaryColumn("date", { name: "from_date" })
  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Column("date", { name: "to_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null: open.",
  })
  to: string | null;

  @Field(() => Agency, { description: "The agency." })
  agency(): Agency {
    return agencyOf(this.agencyCode);
  }
}
