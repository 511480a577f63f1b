import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** A presentation a participating country gives at an event; one that was withdrawn is kept with day and reason. */
@Entity("network_event_presentation")
@ObjectType({ description: "A presentation that a participating country gives at an event." })
export class NetworkEventPresentation extends StoredRecord {
  @Column("text", { name: "event_id" })
  eventId: string;

  @Column("text", { name: "country_code" })
  countryCode: string;

  @Column("text", { name: "agency_code", nullable: true })
  agencyCode: string | null;

  @Column("text")
  @Field(() => String, { description: "Its title." })
  title: string;

  @Column("text", { name: "presenter_name", nullable: true })
  @Field(() => String, { nullable: true, description: "Who gives it; null where not known." })
  presenterName: string | null;

  @Column("integer")
  @Field(() => Int, { description: "Its place in the order of the event, from 1." })
  position: number;

  @Column("date", { name: "withdrawn_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was withdrawn; it is then no longer among the event's presentations.",
  })
  withdrawnOn: string | null;

  @Column("text", { name: "withdrawal_reason", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was withdrawn." })
  withdrawalReason: string | null;
}
