import { fiscalYear } from "../../catalog/record/fields";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { day, record, reference, text, whole } from "../../kit/record/fields";
import { courseCodes, TrainingCourse } from "../training-course/training-course";

/** One time that a training course is held. */
@record("training_edition", "One time that a course for officials of developing countries is held.")
export class TrainingEdition extends StoredRecord {
  @reference(() => TrainingCourse, "The course.", {
    filter: "By code of the course.",
    codes: courseCodes,
  })
  courseCode: string;

  @fiscalYear("The fiscal year its first day lies in.", {
    column: "fiscal_year",
    filter: "By fiscal year.",
  })
  fiscalYearNumber: number;

  @whole("Its number in the course, from 1.", {
    filter: "By number in the course.",
    order: "By number in the course.",
  })
  edition: number;

  @day("The first day.", { filter: "By first day.", order: "By first day." })
  startsOn: string;

  @day("The last day.")
  endsOn: string;

  @text("Where it is held.", { nullable: true })
  place: string | null;

  @day("Since when its participants are final; null where they are not.", {
    nullable: true,
    filter: "By the day it was closed; isNull: true finds those that are open.",
  })
  closedOn: string | null;

  @text("A note on it.", { nullable: true })
  note: string | null;
}
