import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { InvitationProgram } from "./invitation-program";
import { SourcedFact } from "../../catalog/facts/sourced-fact";

/** That somebody from a country was invited to Japan in a fiscal year. */
@Entity("invitation")
@ObjectType({ description: "That somebody from a country was invited to Japan in a fiscal year." })
export class Invitation extends SourcedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Stable name of the invitation." })
  id: string;

  @Column("text")
  @Field(() => InvitationProgram, { description: "Under which program." })
  program: InvitationProgram;

  @Column("integer", { name: "fiscal_year" })
  fiscalYearNumber: number;

  @Column("text", { name: "country_code" })
  countryCode: string;

  @Column("integer", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "How many persons; null where the source gives no number.",
  })
  persons: number | null;
}
