import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar, DateTimeScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { ApplicationStage } from "./application-stage";

/**
 * An application of a person to a solicitation; one each. A withdrawn one counts: the window is short, and who withdrew
 * has been received.
 */
@Entity("application")
@ObjectType({
  description: "An application of a person to a solicitation; one each, a withdrawn one counted.",
})
export class Application extends StoredRecord {
  @Column("text", { name: "applicant_id" })
  applicantId: string;

  @Column("integer", { name: "fiscal_year" })
  fiscalYear: number;

  @Column("timestamptz", { name: "received_at" })
  @Field(() => DateTimeScalar, { description: "When it was received." })
  receivedAt: Date;

  @Column("date", { name: "received_on" })
  @Field(() => DateScalar, { description: "The day of that instant in Asia/Tokyo." })
  receivedOn: string;

  @Column("text")
  @Field(() => ApplicationStage, { description: "How far it has come: the last of its stages." })
  stage: ApplicationStage;

  @Column("date", { name: "decided_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it was selected or rejected; null where it was not, or not yet.",
  })
  decidedOn: string | null;
}
