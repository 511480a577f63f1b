import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateScalar, PartialDateScalar } from "../../kit/graphql/scalars";
import { NetworkEventState } from "./network-event-state";
import { EventFormat, NetworkEventKind } from "./network-event-codes";
import { RecordedFact } from "../../catalog/facts/recorded-fact";

/** A meeting, symposium, workshop or training of a network. */
@Entity("network_event")
@ObjectType({ description: "A meeting, conference, symposium, workshop or training of a network." })
export class NetworkEvent extends RecordedFact {
  @PrimaryColumn("text")
  @Field(() => ID, {
    description: "Stable name of a published event; opaque for one that an office has recorded.",
  })
  id: string;

  @Column("text", { name: "network_code" })
  networkCode: string;

  @Column("text")
  @Field(() => NetworkEventKind, { description: "What kind of event it is." })
  kind: NetworkEventKind;

  @Column("integer", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "Its number in its series; null where it has none or it is not known.",
  })
  edition: number | null;

  @Column("text")
  @Field(() => String, {
    description:
      "Its title in English; those of the trilateral network are in a uniform form of ours.",
  })
  title: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Its theme in the language of the source." })
  theme: string | null;

  @Column("text", { name: "starts_on", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it began or is to begin, as precise as known.",
  })
  startsOn: string | null;

  @Column("text", { name: "ends_on", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Its last day; null where it has one day or none is known.",
  })
  endsOn: string | null;

  @Column("text", { nullable: true })
  @Field(() => NetworkEventState, {
    nullable: true,
    description: "How far it has come; null where a source names it without any date.",
  })
  state: NetworkEventState | null;

  @Column("date", { name: "cancelled_on", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "When it was cancelled." })
  cancelledOn: string | null;

  @Column("text", { name: "cancellation_reason", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was cancelled." })
  cancellationReason: string | null;

  @Column("date", { name: "starts_earliest", nullable: true })
  startsEarliest: string | null;

  @Column("date", { name: "starts_latest", nullable: true })
  startsLatest: string | null;

  @Column("integer", { name: "fiscal_year", nullable: true })
  fiscalYearNumber: number | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The city, in English." })
  city: string | null;

  @Column("text", { name: "country_code", nullable: true })
  countryCode: string | null;

  @Column("text", { nullable: true })
  @Field(() => EventFormat, {
    nullable: true,
    description: "How it was or is to be held; null where not known.",
  })
  format: EventFormat | null;

  @Column("text", { name: "host_agency_code", nullable: true })
  hostAgencyCode: string | null;
}
