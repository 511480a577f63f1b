import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { code, day, record, reference, text } from "../../kit/record/fields";
import { Application } from "../application/application";
import { RecruitmentTrainingCourse } from "./training-course";

/** How a candidate fares in a course. */
export const CandidateEnrolmentState = codes(
  "CandidateEnrolmentState",
  "How a candidate fares in a course.",
  {
    ENROLLED: "Takes part, or is to.",
    COMPLETED: "Completed it. Final.",
    FAILED: "Failed it, or left it. Final; another course can be taken.",
  },
);

/** A code of {@link CandidateEnrolmentState}. */
export type CandidateEnrolmentState = CodeOf<typeof CandidateEnrolmentState>;

enumFilter(CandidateEnrolmentState, "CandidateEnrolmentStateFilter");

/** A candidate's place in a course; one each. */
@record("candidate_enrolment", "A candidate's place in a course; one each.")
export class CandidateEnrolment extends StoredRecord {
  @reference(() => Application, "The application that was selected.")
  applicationId: string;

  @reference(() => RecruitmentTrainingCourse, "The course.")
  courseId: string;

  @day("The day of enrolment.", { filter: "By day of enrolment.", order: "By day of enrolment." })
  enrolledOn: string;

  @code(CandidateEnrolmentState, "How the candidate fares.", {
    filter: "By how the candidate fares.",
  })
  state: CandidateEnrolmentState;

  @day("The day it was completed or failed; null before.", { nullable: true })
  endedOn: string | null;

  @text("Why it was failed.", { nullable: true })
  failureReason: string | null;
}
