import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";

/** One renewal of a dispatch's term. */
@Entity("dispatch_extension")
@ObjectType({
  description:
    "One renewal of a dispatch's term, with the official's consent (Rule 18-0, art. 4). Kept for good: never changed, never removed.",
})
export class DispatchExtension {
  @PrimaryColumn("text", { name: "dispatch_id" })
  dispatchId: string;

  @PrimaryColumn("date", { name: "previous_to" })
  @Field(() => DateScalar, {
    description: "The end of the term before, which is the first day of the renewed term.",
  })
  previousTo: string;

  @Column("date", { name: "new_to" })
  @Field(() => DateScalar, {
    description: "The end of the term since: the first day back on duty.",
  })
  newTo: string;

  @Column("date", { name: "consent_on" })
  @Field(() => DateScalar, { description: "The day on which the official consented to it." })
  consentOn: string;

  @Column("date", { name: "npa_consulted_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day on which the National Personnel Authority was consulted on it; null where the whole term stays within five years.",
  })
  npaConsultedOn: string | null;
}
