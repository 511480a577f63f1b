import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** How a candidate fares in a course. */
export enum CandidateEnrolmentState {
  ENROLLED = "ENROLLED",
  COMPLETED = "COMPLETED",
  FAILED = "FAILED",
}

registerEnumType(CandidateEnrolmentState, {
  name: "CandidateEnrolmentState",
  description: "How a candidate fares in a course.",
  valuesConfig: {
    ENROLLED: { description: "Takes part, or is to." },
    COMPLETED: { description: "Completed it. Final." },
    FAILED: { description: "Failed it, or left it. Final; another course may be taken." },
  },
});

/** Conditions on the state of an enrolment. */
export const CandidateEnrolmentStateFilter = enumFilter(
  CandidateEnrolmentState,
  "CandidateEnrolmentStateFilter",
);

/** A candidate's place in a course; one each. */
@Entity("candidate_enrolment")
@ObjectType({ description: "A candidate's place in a course; one each." })
export class CandidateEnrolment extends StoredRecord {
  @Column("text", { name: "application_id" })
  applicationId: string;

  @Column("text", { name: "course_id" })
  courseId: string;

  @Column("date", { name: "enrolled_on" })
  @Field(() => DateScalar, { description: "The day of enrolment." })
  enrolledOn: string;

  @Column("text")
  @Field(() => CandidateEnrolmentState, { description: "How the candidate fares." })
  state: CandidateEnrolmentState;

  @Column("date", { name: "ended_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it was completed or failed; null before.",
  })
  endedOn: string | null;

  @Column("text", { name: "failure_reason", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was failed." })
  failureReason: string | null;
}
