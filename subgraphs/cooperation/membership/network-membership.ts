import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { NetworkRole } from "./network-role";
import { RecordedFact } from "../../catalog/facts/recorded-fact";

/** A country's membership of a network through one agency, for a time. */
@Entity("network_membership")
@ObjectType({
  description:
    "A country's membership of a network through one agency, for a time. Where the agency changes, one membership ends and the next begins.",
})
export class NetworkMembership extends RecordedFact {
  @PrimaryColumn("text")
  @Field(() => ID, {
    description:
      "Stable name of a published membership; opaque for one that an office has recorded.",
  })
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
      "The first day, as precise as the source; null where not known. To the day where an office has recorded it. A day known only to the year or month counts from the first day that the country's membership before it leaves free.",
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
  publishedTo: string | null;

  @Column("date", { name: "first_day" })
  firstDay: string;

  @Column("date", { name: "end_day", nullable: true })
  endDay: string | null;

  @Column("date", { name: "ended_on", nullable: true })
  endedOn: string | null;

  @Column("text", { name: "end_reason", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it ends, where an office has recorded the end and its reason.",
  })
  endReason: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "The first day it no longer holds, as precise as the source, or the end that an office has recorded; null where it still holds.",
  })
  to(): string | null {
    return this.endRecorded() ? this.endedOn : this.publishedTo;
  }

  @Field(() => Boolean, {
    description:
      "Whether an office has recorded the end; a membership that a source gives can be ended so too, while the source says nothing of it.",
  })
  endRecorded(): boolean {
    return this.endedOn !== null && (this.endDay === null || this.endedOn < this.endDay);
  }
}

/** The first day a membership no longer holds; `null` where it is open. */
export function endOf(membership: NetworkMembership): string | null {
  return membership.endRecorded() ? membership.endedOn : membership.endDay;
}

/** Says of which days a membership holds, as `from 2010-10-29`. */
export function timeOf(membership: NetworkMembership): string {
  const end = endOf(membership);
  return `from ${membership.firstDay}${end === null ? "" : ` to ${end}`}`;
}
