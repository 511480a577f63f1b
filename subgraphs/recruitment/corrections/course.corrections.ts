import { code, day, optional, text } from "../../kit/graphql/input-fields";
import type { Rule } from "../../kit/rules/rule";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { changesOf, correcting } from "../record/recruitment-changes";
import { CandidateEnrolment, CandidateEnrolmentState } from "../training/candidate-enrolment";
import { trainingCourseConstraints as constraints } from "../training/training.changes";
import { trainingCourseRules } from "../training/training.rules";
import { RecruitmentTrainingCourse, TrainingSubject } from "../training/training-course";
import { inTheWay } from "./correction.rules";

/** Puts right what was recorded wrongly of courses for candidates. */
export const courseCorrections = changesOf(RecruitmentTrainingCourse, {
  correctRecruitmentTrainingCourse: correcting({
    description:
      "Puts right what was recorded wrongly of a course. The days of its enrolments must still fit; its subject is another only while nobody has completed it.",
    about: "What was recorded wrongly of a course, and how it was. What is absent stays.",
    given: "What was wrong, and how it was.",
    input: {
      courseCode: optional(text("The code the ministry gives; no other course has it.")),
      subject: optional(code(TrainingSubject, "What it teaches.")),
      title: optional(text("Its title.")),
      startsOn: optional(day("Its first day.")),
      endsOn: optional(day("Its last day.")),
    },
    constraints,
    work: async (change, input) => {
      const course = await change.lock(RecruitmentTrainingCourse, input);
      const values = {
        courseCode: trimmedUnlessBlank(input.courseCode) ?? course.courseCode,
        subject: input.subject ?? course.subject,
        title: trimmedUnlessBlank(input.title) ?? course.title,
        startsOn: input.startsOn ?? course.startsOn,
        endsOn: input.endsOn ?? course.endsOn,
      };
      const { courseCode } = values;
      change.require(trainingCourseRules(values));
      change.settle();
      const enrolments = await change.findAll(CandidateEnrolment, { courseId: course.id });
      change.require(enrolmentsHold(course, values, enrolments), {
        holds:
          courseCode === course.courseCode ||
          !(await change.isThere(RecruitmentTrainingCourse, { courseCode })),
        code: "NUMBER_TAKEN",
        message: `Expected a code that no other course has, received ${courseCode}.`,
        at: "courseCode",
      });
      return change.update(RecruitmentTrainingCourse, course, values);
    },
  }),

  takeBackRecruitmentTrainingCourse: correcting({
    description:
      "Takes back a course that was never opened. It answers with what was on record, which stays in the history and in the changes.",
    about: "A course that was never opened.",
    given: "Which course.",
    input: {},
    work: async (change, input) => {
      const course = await change.lock(RecruitmentTrainingCourse, input);
      const [enrolment] = await change.findAll(CandidateEnrolment, { courseId: course.id });
      if (enrolment) {
        change.require([
          inTheWay(
            `Expected a course in which nobody is enrolled, found an enrolment of ${enrolment.enrolledOn}.`,
            "id",
          ),
        ]);
      }
      await change.remove(RecruitmentTrainingCourse, course);
      return course;
    },
  }),
});

/** The enrolments of a course fit its days, and completions its subject. */
function enrolmentsHold(
  before: Pick<RecruitmentTrainingCourse, "subject">,
  { subject, startsOn, endsOn }: Pick<RecruitmentTrainingCourse, "subject" | "startsOn" | "endsOn">,
  enrolments: readonly CandidateEnrolment[],
): Rule<"STANDS_IN_THE_WAY">[] {
  const late = enrolments.find(({ enrolledOn }) => enrolledOn > endsOn);
  const completed = enrolments.filter(({ state }) => state === CandidateEnrolmentState.COMPLETED);
  const early = completed.find(({ endedOn }) => endedOn !== null && endedOn < startsOn);
  const [one] = subject === before.subject ? [] : completed;
  return [
    ...(late
      ? [
          inTheWay(
            `Expected ${late.enrolledOn} or a later day, received ${endsOn}, found an enrolment of that day.`,
            "endsOn",
          ),
        ]
      : []),
    ...(early
      ? [
          inTheWay(
            `Expected ${early.endedOn ?? ""} or an earlier day, received ${startsOn}, found a completion of that day.`,
            "startsOn",
          ),
        ]
      : []),
    ...(one
      ? [
          inTheWay(
            `Expected ${before.subject}, received ${subject}, found a completion of ${one.endedOn ?? ""}.`,
            "subject",
          ),
        ]
      : []),
  ];
}
