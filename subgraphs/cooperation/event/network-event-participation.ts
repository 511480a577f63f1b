import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** That a country takes part in an event; one that was taken off the list again is kept with the day of that. */
@Entity("network_event_participation")
@ObjectType({ description: "That a country takes part, or is to take part, in an event." })
export class NetworkEventParticipation extends StoredRecord {
  @Column("text", { name: "event_id" })
  eventId: string;

  @Column("text", { name: "country_code" })
  countryCode: string;

  @Column("integer")
  position: number;

  @Column("boolean", { name: "as_guest" })
  @Field(() => Boolean, {
    description: "Whether it takes part as a guest, without belonging to the network.",
  })
  asGuest: boolean;

  @Column("integer", { nullable: true })
  @Field(() => Int, { nullable: true, description: "How many persons; null where not known." })
  persons: number | null;

  @Column("date", { name: "removed_on", nullable: true })
  removedOn: string | null;
}
