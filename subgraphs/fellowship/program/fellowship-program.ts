import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { NamedFact } from "../../catalog/facts/sourced-fact";

/** A program under which officials of one country train in the administration of another. */
@Entity("fellowship_program")
@ObjectType({
  description:
    "A program under which officials of one country train in the administration of another.",
})
export class FellowshipProgram extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Its code (ours), as MIKE_MANSFIELD." })
  code: string;

  @Column("integer")
  position: number;

  @Column("text", { name: "sending_country_code" })
  sendingCountryCode: string;

  @Column("text", { name: "host_country_code" })
  hostCountryCode: string;

  @Column("text", { name: "host_agency_code", nullable: true })
  hostAgencyCode: string | null;

  @Column("text", { name: "started_on", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it began; null where sources conflict, and the note says how.",
  })
  startedOn: string | null;

  @Column("text", { name: "description_en", nullable: true })
  @Field(() => String, { nullable: true, description: "What it offers to whom, in English." })
  description: string | null;
}
