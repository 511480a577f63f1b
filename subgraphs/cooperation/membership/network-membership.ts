import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { NetworkRole } from "./network-role";
import { SourcedFact } from "../../catalog/facts/sourced-fact";

/** A country's membership of a network through one agency, for a time. */
@Entity("network_membership")
@ObjectType({
  description:
    "A country's membership of a network through one agency, for a time. Where the agency changes, one membership ends and the next begins.",
})
export class NetworkMembership extends SourcedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Stable name of the membership." })
  id: string;

  @Column("text", { name: "network_code" })
  networkCode: string;

  @Column("text", { name: "country_code" })
  countryCode: string;

  @Column("text", { name: "agency_code", nullable: true })
  agencyCode: string | null;

  @Column("text")
  @Field(() => NetworkRole, { description: "As what it belongs." })
  role: NetworkRole;

  @Column("text", { name: "from_date", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "The first day, as precise as the source; null where not known. A day known only to the year or month counts from the first day that the country's membership before it leaves free.",
  })
  from: string | null;

  @Column("text", { name: "attested_from", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "Where the first day is not known: when a source first shows the membership. It is listed from the day on which it certainly holds; nothing is claimed of the time before.",
  })
  attestedFrom: string | null;

  @Column("text", { name: "to_date", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "The first day it no longer holds, as precise as the source; null where it still holds.",
  })
  to: string | null;
}
