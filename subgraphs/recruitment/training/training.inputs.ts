import { Field, ID, InputType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { TrainingSubject } from "./training-subject";

/** A course to open for candidates. */
@InputType("OpenRecruitmentTrainingCourseInput", {
  description: "A course to open for candidates. Texts have 1–200 characters.",
})
export class OpenTrainingCourseInput extends MutationInput {
  @Field(() => String, { description: "The code the ministry gives; no other course has it." })
  courseCode: string;
  @Field(() => TrainingSubject, { description: "What it teaches." })
  subject: TrainingSubject;
  @Field(() => String, { description: "Its title." })
  title: string;
  @Field(() => DateScalar, { description: "Its first day; it decides the fiscal year." })
  startsOn: string;
  @Field(() => DateScalar, { description: "Its last day." })
  endsOn: string;
}

/** A candidate to enrol. */
@InputType({ description: "A candidate to enrol in a course." })
export class EnrolCandidateInput extends MutationInput {
  @Field(() => ID, { description: "The application, which was selected." })
  application: string;
  @Field(() => ID, { description: "The course." })
  course: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day of enrolment: not before the selection, not after the course, not in the future. Default: today in Asia/Tokyo.",
  })
  enrolledOn?: string | null;
}

/** An enrolment that was completed. */
@InputType({ description: "An enrolment that was completed." })
export class CompleteCandidateTrainingInput extends ChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of completion; not in the future. Default: today in Asia/Tokyo.",
  })
  completedOn?: string | null;
}

/** An enrolment that was failed. */
@InputType({ description: "An enrolment that was failed." })
export class FailCandidateTrainingInput extends ChangeInput {
  @Field(() => String, { description: "Why; 1–2,000 characters." })
  reason: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it was failed; not in the future. Default: today in Asia/Tokyo.",
  })
  failedOn?: string | null;
}
