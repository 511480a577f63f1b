import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { code, day, record, reference, text } from "../../kit/record/fields";
import { Application } from "../application/application";
import { RecruitmentTrainingCourse } from "./training-course";

/** What has become of a candidate in a course. */
export const CandidateEnrolmentState = codes(
  "CandidateEnrolmentState",
  "What has become of a candidate in a course.",
  {
    ENROLLED: "Takes part, or will take part.",
    COMPLETED: "Completed it. Final.",
    FAILED: "Failed it, or left it. Final; another course can be taken.",
  },
);

/** A code of {@link CandidateEnrolmentState}. */
export type CandidateEnrolmentState = CodeOf<typeof CandidateEnrolmentState>;

enumFilter(CandidateEnrolmentState, "CandidateEnrolmentStateFilter");

/** A candidate's enrolment in a course. A candidate is enrolled in a course only once. */
@record(
  "candidate_enrolment",
  "A candidate's enrolment in a course. A candidate is enrolled in a course only once.",
)
export class CandidateEnrolment extends StoredRecord {
  @reference(() => Application, "The application that was selected.")
  applicationId: string;

  @reference(() => RecruitmentTrainingCourse, "The course.")
  courseId: string;

  @day("The day of enrolment.", { filter: "By day of enrolment.", order: "By day of enrolment." })
  enrolledOn: string;

  @code(CandidateEnrolmentState, "Whether the candidate takes it, completed it or failed it.", {
    filter: "By whether the candidate takes it, completed it or failed it.",
  })
  state: CandidateEnrolmentState;

  @day("The day it was completed or failed; null before.", { nullable: true })
  endedOn: string | null;

  @text("Why it was failed.", { nullable: true })
  failureReason: string | null;
}
