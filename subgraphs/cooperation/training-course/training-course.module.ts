import { published } from "../../catalog/access";
import {
  PublishedFigureArguments,
  PublishedFigureConnection,
  publishedFigures,
} from "../../catalog/published-figure/published-figure.list";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { allRows } from "../../kit/record/by-key";
import { oneByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { TrainingCourse } from "./training-course";

const figuresByCourse = publishedFigures.ofParent({
  name: "byCourse",
  keyType: "text",
  condition: (key) => `t.dimension = 'course' AND t.dimension_value = ${key}`,
});

const allCourses = allRows("trainingCourses", TrainingCourse, { position: "ASC" });

/** Courses for officials of developing countries. */
export const trainingCourseModule: Module = {
  entities: [TrainingCourse],
  resolvers: [
    queries({
      trainingCourse: oneByKey(
        TrainingCourse,
        "The course with this code; null where there is none.",
        "As PERSONNEL_ADMINISTRATION.",
        "code",
      ),
      trainingCourses: {
        type: () => [TrainingCourse],
        nullable: true,
        description: "The courses for officials of developing countries.",
        find: (_none, _arguments, context) => context.load(allCourses, "all"),
      },
    }),
    fieldsOf(TrainingCourse, {
      figures: {
        type: () => PublishedFigureConnection,
        description: "Published figures on the course.",
        arguments: PublishedFigureArguments,
        find: ({ code }, list, context) =>
          new PublishedFigureConnection(figuresByCourse(context, code, list)),
      },
    }),
  ],
  access: { TrainingCourse: published },
  listSizes: { "Query.trainingCourses": 20 },
  readable: { published: { training_course: "all" } },
};
