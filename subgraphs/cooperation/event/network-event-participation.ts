import { Column, Entity, PrimaryColumn } from "typeorm";

/** A country named as a participant of an event. */
@Entity("network_event_participation")
export class NetworkEventParticipation {
  @PrimaryColumn("text", { name: "event_id" })
  eventId: string;

  @PrimaryColumn("text", { name: "country_code" })
  countryCode: string;

  @Column("integer")
  position: number;
}
