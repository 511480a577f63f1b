import { In } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";
import { TrainingCourse } from "./training-course";

/** Courses by code; `null` for a code without one. */
export const trainingCourseByCode: DatabaseLoader<string, TrainingCourse | null> = {
  name: "trainingCourseByCode",
  batch: async (codes, database) => {
    const courses = await database
      .getRepository(TrainingCourse)
      .find({ where: { code: In([...codes]) }, comment: "trainingCourseByCode" });
    const byCode = new Map(courses.map((course) => [course.code, course]));
    return codes.map((code) => byCode.get(code) ?? null);
  },
};
