import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { FellowStatus } from "./fellow-status";

/** An official of the sending country who was admitted to a cohort. */
@Entity("fellow")
@ObjectType({ description: "An official of the sending country who was admitted to a cohort." })
export class Fellow extends StoredRecord {
  @Column("text", { name: "fellow_number" })
  @Field(() => ID, { description: "The office's number of the fellow; no two fellows share one." })
  fellowNumber: string;

  @Column("text")
  @Field(() => String, { description: "The fellow's name." })
  name: string;

  @Column("text", { name: "cohort_id" })
  cohortId: string;

  @Column("text", { name: "sending_agency_code" })
  sendingAgencyCode: string;

  @Column("text")
  @Field(() => FellowStatus, { description: "How far the fellow has come." })
  status: FellowStatus;

  @Column("date", { name: "admitted_on" })
  @Field(() => DateScalar, { description: "The day of admission; it may precede the cohort." })
  admittedOn: string;

  @Column("date", { name: "completed_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of the completed fellowship; null unless completed.",
  })
  completedOn: string | null;

  @Column("date", { name: "withdrawn_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day as a fellow of one who withdrew; null unless withdrawn.",
  })
  withdrawnOn: string | null;

  @Column("text", { name: "withdrawal_reason", nullable: true })
  @Field(() => String, { nullable: true, description: "Why the fellow withdrew." })
  withdrawalReason: string | null;
}
