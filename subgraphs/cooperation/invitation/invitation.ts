import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { InvitationProgram } from "./invitation-program";
import { InvitationState } from "./invitation-state";
import { RecordedFact } from "../../catalog/facts/recorded-fact";

/** That somebody from a country was invited to Japan in a fiscal year. */
@Entity("invitation")
@ObjectType({ description: "That somebody from a country was invited to Japan in a fiscal year." })
export class Invitation extends RecordedFact {
  @PrimaryColumn("text")
  @Field(() => ID, {
    description:
      "Stable name of a published invitation; opaque for one that an office has recorded.",
  })
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
    description:
      "How many persons; once they have visited, how many came. Null where the source gives no number.",
  })
  persons: number | null;

  @Column("text")
  @Field(() => InvitationState, { description: "How far it has come." })
  state: InvitationState;

  @Column("text", { name: "agency_code", nullable: true })
  agencyCode: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What the visit is for." })
  purpose: string | null;

  @Column("date", { name: "invited_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was sent; null where a source does not say.",
  })
  invitedOn: string | null;

  @Column("date", { name: "answered_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was last answered; null before, and where a source does not say.",
  })
  answeredOn: string | null;

  @Column("text", { name: "decline_reason", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was declined, where said." })
  declineReason: string | null;

  @Column("date", { name: "visit_starts_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "First day of the visit; null before, and where a source does not say.",
  })
  visitStartsOn: string | null;

  @Column("date", { name: "visit_ends_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day of the visit; null before, and where a source does not say.",
  })
  visitEndsOn: string | null;
}
