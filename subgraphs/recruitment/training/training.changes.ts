import type { Change } from "../../kit/mutation/change";
import { code, day, id, optional, text } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { Application } from "../application/application";
import { lastStage, reachStage } from "../application/application.service";
import { ApplicationStage } from "../application/application-stage";
import { adding, changesOf, changing } from "../record/recruitment-changes";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { CandidateEnrolment, CandidateEnrolmentState } from "./candidate-enrolment";
import {
  completionRules,
  enrolmentRules,
  failureRules,
  trainedOn,
  trainingCourseRules,
} from "./training.rules";
import { RecruitmentTrainingCourse, TrainingSubject } from "./training-course";

const aFreeCode = "a code that no course has";
const onceACourse = "a course in which the candidate has not been enrolled";

/** What the constraints on courses mean to a caller; the rules themselves are checked before. */
export const trainingCourseConstraints = {
  recruitment_training_course_code_once: atTheSameMoment("NUMBER_TAKEN", aFreeCode, "courseCode"),
};

/** What the ministry records of courses for candidates. */
export const trainingCourseChanges = changesOf(RecruitmentTrainingCourse, {
  openRecruitmentTrainingCourse: adding({
    description: "Opens a course for candidates.",
    about: "A course to open for candidates. Texts have 1–200 characters.",
    given: "The course.",
    input: {
      courseCode: text("The code the ministry gives; no other course has it."),
      subject: code(TrainingSubject, "What it teaches."),
      title: text("Its title."),
      startsOn: day("Its first day; it decides the fiscal year."),
      endsOn: day("Its last day."),
    },
    constraints: trainingCourseConstraints,
    work: async (change, input) => {
      change.require(trainingCourseRules(input));
      change.settle();
      const courseCode = trimmed(input.courseCode);
      change.require({
        holds: !(await change.isThere(RecruitmentTrainingCourse, { courseCode })),
        code: "NUMBER_TAKEN",
        message: `Expected ${aFreeCode}, received ${courseCode}.`,
        at: "courseCode",
      });
      const { subject, startsOn, endsOn } = input;
      const title = trimmed(input.title);
      const course = { courseCode, subject, title, startsOn, endsOn };
      return change.insert(RecruitmentTrainingCourse, course);
    },
  }),
});

/** What the constraints on enrolments mean to a caller; the rules themselves are checked before. */
export const enrolmentConstraints = {
  candidate_enrolment_once: atTheSameMoment("ALREADY_ENROLLED", onceACourse, "course"),
};

/** What the ministry records of candidates in courses. */
export const candidateEnrolmentChanges = changesOf(CandidateEnrolment, {
  enrolCandidate: adding({
    description: "Enrols a selected candidate in a course, in the same one only once.",
    about: "A candidate to enrol in a course.",
    given: "The candidate and the course.",
    input: {
      application: id("The application; it must have been selected."),
      course: id("The course."),
      enrolledOn: optional(
        day(
          "The day of enrolment: not before the selection, not after the course, not in the future. Default: today in Asia/Tokyo.",
        ),
      ),
    },
    constraints: enrolmentConstraints,
    work: async (change, { application: applicationId, course: courseId, enrolledOn: given }) => {
      const of = { id: applicationId };
      const application = await change.lock(Application, of, "input", "application");
      const course = await change.read(RecruitmentTrainingCourse, courseId, "course");
      await keepCourse(change, course);
      const enrolledOn = given ?? change.today;
      change.require(enrolmentRules(enrolledOn, course, application, change.today), {
        holds: !(await change.isThere(CandidateEnrolment, { applicationId, courseId })),
        code: "ALREADY_ENROLLED",
        message: `Expected ${onceACourse}, received ${courseId}.`,
        at: "course",
      });
      const { synthetic } = application;
      const state = CandidateEnrolmentState.ENROLLED;
      const enrolment = { applicationId, courseId, enrolledOn, state, synthetic };
      return change.insert(CandidateEnrolment, enrolment);
    },
  }),

  completeCandidateTraining: changing({
    description:
      "Records that a candidate completed a course. With a course of each subject the application is TRAINED.",
    about: "An enrolment that was completed.",
    given: "The enrolment.",
    input: {
      completedOn: optional(
        day("The day of completion; not in the future. Default: today in Asia/Tokyo."),
      ),
    },
    work: async (change, input) => {
      const { application, enrolment, course } = await lockEnrolment(change, input);
      const endedOn = input.completedOn ?? change.today;
      const { stage } = application;
      change.require(completionRules(endedOn, { enrolment, course, stage }, change.today));
      const state = CandidateEnrolmentState.COMPLETED;
      const completed = await change.update(CandidateEnrolment, enrolment, { state, endedOn });
      if (inTraining.has(stage)) await reachTrained(change, application);
      return completed;
    },
  }),

  failCandidateTraining: changing({
    description:
      "Records that a candidate failed a course. The application is then at TRAINING_FAILED; another course can be taken.",
    about: "An enrolment that was failed.",
    given: "The enrolment and the reason.",
    input: {
      reason: text("Why; 1–2,000 characters."),
      failedOn: optional(
        day("The day it was failed; not in the future. Default: today in Asia/Tokyo."),
      ),
    },
    work: async (change, input) => {
      const { application, enrolment, course } = await lockEnrolment(change, input);
      const on = input.failedOn ?? change.today;
      const facts = { enrolment, course, stage: application.stage };
      change.require(failureRules({ failedOn: on, reason: input.reason }, facts, change.today));
      const reason = trimmed(input.reason);
      const failed = await change.update(CandidateEnrolment, enrolment, {
        state: CandidateEnrolmentState.FAILED,
        endedOn: on,
        failureReason: reason,
      });
      if (application.stage === ApplicationStage.SELECTED) {
        const stage = ApplicationStage.TRAINING_FAILED;
        await reachStage(change, application, { stage, on, reason });
      }
      return failed;
    },
  }),
});

const inTraining: ReadonlySet<ApplicationStage> = new Set([
  ApplicationStage.SELECTED,
  ApplicationStage.TRAINING_FAILED,
]);

/** Locks the application first, as every change of one does, then the enrolment. */
async function lockEnrolment(
  change: Change<RecruitmentErrorCode>,
  input: { readonly id: string; readonly expectedVersion?: number | null },
) {
  const { applicationId, courseId } = await change.read(CandidateEnrolment, input.id);
  const application = await change.lock(Application, { id: applicationId });
  const enrolment = await change.lock(CandidateEnrolment, input);
  const course = await change.read(RecruitmentTrainingCourse, courseId);
  return { application, enrolment, course };
}

/** Keeps a course as it is until the change ends, for others too who only keep it. */
async function keepCourse(
  { manager }: Change<RecruitmentErrorCode>,
  course: RecruitmentTrainingCourse,
): Promise<void> {
  const kept = await manager.findOne(RecruitmentTrainingCourse, {
    where: { id: course.id },
    lock: { mode: "pessimistic_read" },
    comment: "enrolCandidate.keepCourse",
  });
  Object.assign(course, kept);
}

async function reachTrained(
  change: Change<RecruitmentErrorCode>,
  application: Application,
): Promise<void> {
  const completed: { subject: TrainingSubject; on: string }[] = await change.manager.query(
    `/* completeCandidateTraining.completed */
SELECT c.subject, e.ended_on AS "on"
FROM candidate_enrolment e JOIN recruitment_training_course c ON c.id = e.course_id
WHERE e.application_id = $1 AND e.state = 'COMPLETED'`,
    [application.id],
  );
  const day = trainedOn(completed);
  if (day === null) return;
  const { since } = await lastStage(change, application.id);
  const on = day > since ? day : since;
  await reachStage(change, application, { stage: ApplicationStage.TRAINED, on });
}
