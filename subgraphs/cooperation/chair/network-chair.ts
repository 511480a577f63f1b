import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { RecordedFact } from "../../catalog/facts/recorded-fact";

/** A country's turn to chair a network. */
@Entity("network_chair")
@ObjectType({
  description:
    "A country's turn to chair a network, as a source gives it or an office has recorded it.",
})
export class NetworkChair extends RecordedFact {
  @PrimaryColumn("text")
  @Field(() => ID, {
    description: "Stable name of a published turn; opaque for one that an office has recorded.",
  })
  id: string;

  @Column("text", { name: "network_code" })
  networkCode: string;

  @Column("integer")
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

  @Column("text", { name: "to_date", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "When it ends. A year or month of a source is included; a day is the first on which the turn no longer holds; null where open.",
  })
  to: string | null;

  @Column("date", { name: "first_day" })
  firstDay: string;

  @Column("date", { name: "end_day", nullable: true })
  endDay: string | null;

  @Column("text", { name: "end_reason", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it ended when it did, where an office has recorded that.",
  })
  endReason: string | null;
}
