import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Application } from "../application/application";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { isThere, read } from "../record/record.service";
import { CandidateEnrolment, CandidateEnrolmentState } from "./candidate-enrolment";
import { TrainingCourse } from "./training-course";
import type { EnrolCandidateInput } from "./training.inputs";
import { checkEnrolment } from "./training.rules";

const onceACourse = "a course in which the candidate has not been enrolled";

/** Enrols a candidate in a course. Locks the application. */
export const enrolCandidate: ChangeDefinition<
  EnrolCandidateInput,
  CandidateEnrolment,
  RecruitmentErrorCode
> = {
  name: "enrolCandidate",
  node: CandidateEnrolment,
  constraints: {
    candidate_enrolment_once: atTheSameMoment("ALREADY_ENROLLED", onceACourse, "course"),
  },
  work: async (change, { application: applicationId, course: courseId, enrolledOn: given }) => {
    const of = { id: applicationId };
    const application = await change.lock(Application, of, "input", "application");
    const course = await read(change, TrainingCourse, courseId, "course");
    const enrolledOn = given ?? change.today;
    change.refuse(checkEnrolment(enrolledOn, course, application, change.today));
    change.check(
      !(await isThere(change, CandidateEnrolment, { applicationId, courseId })),
      "ALREADY_ENROLLED",
      `Expected ${onceACourse}, received ${courseId}.`,
      ...["input", "course"],
    );
    return change.insert(CandidateEnrolment, {
      applicationId,
      courseId,
      enrolledOn,
      state: CandidateEnrolmentState.ENROLLED,
      synthetic: application.synthetic,
    });
  },
};
