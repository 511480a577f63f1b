import { personBy } from "../../kit/access/persons-seen";
import { DeclaredList } from "../../kit/record/declared-list";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { rowsBy } from "../../kit/record/by-key";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Application } from "../application/application";
import { applicantOf, applications } from "../application/application.list";
import { persons, records } from "../record/policies";
import { CandidateEnrolment } from "./candidate-enrolment";
import { candidateEnrolmentChanges, trainingCourseChanges } from "./training.changes";
import { RecruitmentTrainingCourse } from "./training-course";

/** All courses for candidates, earliest first. */
const trainingCourses = new DeclaredList(RecruitmentTrainingCourse, {
  plural: "courses",
  order: ["STARTS_ON"],
  ordered: "earliest first",
  known: { table: "recruitment_training_course" },
});

/** All enrolments, earliest first. */
const enrolments = new DeclaredList(CandidateEnrolment, {
  plural: "enrolments",
  order: ["ENROLLED_ON"],
  known: { table: "candidate_enrolment" },
});

/** The enrolments of candidates, earliest first, by application. */
const enrolmentsByApplicationId = rowsBy(
  "enrolmentsByApplicationId",
  CandidateEnrolment,
  "applicationId",
  { order: { enrolledOn: "ASC", id: "ASC" } },
);

enrolments.relatesTo({
  application: one(applications, {
    key: "application_id",
    ofSamePerson: true,
    description: "By the application that was selected.",
  }),
  course: one(trainingCourses, { key: "course_id", description: "By the course." }),
});
trainingCourses.relatesTo({
  enrolments: many(enrolments, {
    toKey: "course_id",
    description: "By who is or was enrolled in it.",
  }),
});
applications.relatesTo({
  enrolments: many(enrolments, {
    toKey: "application_id",
    ofSamePerson: true,
    description: "By the courses that the candidate takes or took.",
  }),
});

/** The training of candidates. */
export const trainingModule: Module = {
  entities: [RecruitmentTrainingCourse, CandidateEnrolment],
  resolvers: [
    queries({
      recruitmentTrainingCourse: oneKnownByKey(
        RecruitmentTrainingCourse,
        "The course with this id; null where there is none.",
        "Of the course.",
      ),
      recruitmentTrainingCourses: trainingCourses.all({
        description: "All courses for candidates.",
      }),
    }),
    fieldsOf(RecruitmentTrainingCourse, {
      enrolments: enrolments.by("course_id").all(({ id }: RecruitmentTrainingCourse) => id, {
        description: "Who is or was enrolled in it.",
      }),
    }),
    fieldsOf(Application, {
      enrolments: loaded(
        () => [CandidateEnrolment],
        "The courses the candidate takes or took, in order of enrolment.",
        enrolmentsByApplicationId,
        ({ id }: Application) => id,
      ),
    }),
    trainingCourseChanges,
    candidateEnrolmentChanges,
  ],
  access: { RecruitmentTrainingCourse: records, CandidateEnrolment: persons },
  persons: {
    CandidateEnrolment: personBy("applicationId" satisfies keyof CandidateEnrolment, applicantOf),
  },
  // Two subjects, each taken again where it is failed; no course twice.
  listSizes: { "Application.enrolments": 20 },
  writable: {
    candidate_enrolment: "INSERT, UPDATE, DELETE",
    recruitment_training_course: "INSERT, UPDATE, DELETE",
  },
};
