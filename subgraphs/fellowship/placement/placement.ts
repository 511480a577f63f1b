import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { HostKind } from "./host-kind";

/** A fellow's work at one host, from one day to another. */
@Entity("placement")
@ObjectType({ description: "A fellow's work at one host, from one day to another." })
export class Placement extends StoredRecord {
  @Column("text", { name: "fellow_id" })
  fellowId: string;

  @Column("text", { name: "host_kind" })
  @Field(() => HostKind, { description: "What kind of host it is." })
  hostKind: HostKind;

  @Column("text", { name: "host_agency_code", nullable: true })
  hostAgencyCode: string | null;

  @Column("text", { name: "host_name", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The name of a host that is not an agency; null where it is one.",
  })
  hostName: string | null;

  @Column("date", { name: "from_date" })
  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Column("date", { name: "to_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null = open.",
  })
  to: string | null;

  @Column("text", { name: "end_reason", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it was ended; null where it was not ended before its time.",
  })
  endReason: string | null;

  @Column("date", { name: "cancelled_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day it was cancelled, before it began; null where it was not. What was ended is not cancelled.",
  })
  cancelledOn: string | null;

  @Column("text", { name: "cancellation_reason", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was cancelled." })
  cancellationReason: string | null;
}
