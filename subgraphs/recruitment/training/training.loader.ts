import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { recordById } from "../record/record.loader";
import { CandidateEnrolment } from "./candidate-enrolment";
import { TrainingCourse } from "./training-course";

/** Courses by id; `null` for an id without one. */
export const trainingCourseById = recordById("recruitmentTrainingCourseById", TrainingCourse);

/** The enrolments of candidates, earliest first, by application. */
export const enrolmentsByApplicationId: DatabaseLoader<string, CandidateEnrolment[]> = {
  name: "enrolmentsByApplicationId",
  batch: async (ids, database) => {
    const enrolments = await database.getRepository(CandidateEnrolment).find({
      where: { applicationId: In([...ids]) },
      order: { enrolledOn: "ASC", id: "ASC" },
      comment: "enrolmentsByApplicationId",
    });
    return rowsOfKeys(ids, enrolments, ({ applicationId }) => applicationId);
  },
};
