import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { SourcedFact } from "../../catalog/facts/sourced-fact";

/** A country's turn to chair a network. */
@Entity("network_chair")
@ObjectType({ description: "A country's turn to chair a network, as a source gives it." })
export class NetworkChair extends SourcedFact {
  @PrimaryColumn("text", { name: "network_code" })
  networkCode: string;

  @PrimaryColumn("integer")
  @Field(() => Int, { description: "The number of the conference that the turn belongs to." })
  edition: number;

  @Column("text", { name: "country_code" })
  countryCode: string;

  @Column("text", { name: "agency_code", nullable: true })
  agencyCode: string | null;

  @Column("text", { name: "from_date" })
  @Field(() => PartialDateScalar, {
    description: "When the turn begins, as precise as the source.",
  })
  from: string;

  @Column("text", { name: "to_date" })
  @Field(() => PartialDateScalar, {
    description: "When it ends, that year, month or day included.",
  })
  to: string;
}
