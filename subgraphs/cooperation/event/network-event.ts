import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { EventFormat, NetworkEventKind } from "./network-event-codes";
import { SourcedFact } from "../../catalog/facts/sourced-fact";

/** A meeting, symposium, workshop or training of a network. */
@Entity("network_event")
@ObjectType({ description: "A meeting, conference, symposium, workshop or training of a network." })
export class NetworkEvent extends SourcedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Stable name of the event." })
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
    description: "When it began, as precise as the source.",
  })
  startsOn: string | null;

  @Column("text", { name: "ends_on", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Its last day; null where the source gives one day or none.",
  })
  endsOn: string | null;

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
    description: "How it was held; null where not known.",
  })
  format: EventFormat | null;

  @Column("text", { name: "host_agency_code", nullable: true })
  hostAgencyCode: string | null;
}
