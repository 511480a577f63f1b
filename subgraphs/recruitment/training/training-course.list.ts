import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import {
  DateFilter,
  type EnumFilter,
  IntFilter,
  StringFilter,
} from "../../kit/filter/filter-inputs";
import { TrainingCourse } from "./training-course";
import { type TrainingSubject, TrainingSubjectFilter } from "./training-subject";

/** A page of courses. */
export const TrainingCourseConnection = connectionType(TrainingCourse, "RecruitmentTrainingCourse");

/** Which courses to list. */
@InputType("RecruitmentTrainingCourseFilter", {
  description: "Which courses to list. All conditions that are given must hold.",
})
export class TrainingCourseFilter {
  @Field(() => StringFilter, { nullable: true, description: "By the code the ministry gave." })
  courseCode?: StringFilter;
  @Field(() => TrainingSubjectFilter, { nullable: true, description: "By subject." })
  subject?: EnumFilter<TrainingSubject>;
  @Field(() => StringFilter, { nullable: true, description: "By title." })
  title?: StringFilter;
  @Field(() => IntFilter, { nullable: true, description: "By fiscal year of the first day." })
  fiscalYear?: IntFilter;
  @Field(() => DateFilter, { nullable: true, description: "By first day." })
  startsOn?: DateFilter;
}

/** What courses can be ordered by. */
export enum TrainingCourseOrderField {
  STARTS_ON = "STARTS_ON",
  COURSE_CODE = "COURSE_CODE",
}

registerEnumType(TrainingCourseOrderField, {
  name: "RecruitmentTrainingCourseOrderField",
  description: "What courses can be ordered by.",
  valuesConfig: {
    STARTS_ON: { description: "By first day." },
    COURSE_CODE: { description: "By the code the ministry gave, as text." },
  },
});

/** One term of an ordering of courses. */
@InputType("RecruitmentTrainingCourseOrder", {
  description: "One term of an ordering of courses.",
})
export class TrainingCourseOrder implements OrderTerm<TrainingCourseOrderField> {
  @Field(() => TrainingCourseOrderField, { description: "What to order by." })
  by: TrainingCourseOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of courses. */
@ArgsType()
export class TrainingCourseArguments extends PageArguments {
  @Field(() => TrainingCourseFilter, { nullable: true, description: "Default: all." })
  filter?: TrainingCourseFilter | null;
  @Field(() => [TrainingCourseOrder], { nullable: true, description: "Default: earliest first." })
  orderBy?: TrainingCourseOrder[] | null;
}

/** All courses for candidates, earliest first. */
export const trainingCourses = new List({
  name: "RecruitmentTrainingCourse",
  entity: TrainingCourse,
  filters: {
    courseCode: { sql: "t.course_code", type: "text", written: "number" },
    subject: { sql: "t.subject", type: "text" },
    title: { sql: "t.title", type: "text", written: "free" },
    fiscalYear: { sql: "t.fiscal_year", type: "integer" },
    startsOn: { sql: "t.starts_on", type: "date" },
  },
  orderings: {
    STARTS_ON: { sql: "t.starts_on", type: "date" },
    COURSE_CODE: { sql: "t.course_code", type: "text" },
  },
  defaultOrder: [{ by: "STARTS_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});
