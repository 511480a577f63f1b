import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { TrainingSubject } from "./training-subject";

/** A course for candidates, who have been selected and are not yet on the list. */
@Entity("recruitment_training_course")
@ObjectType("RecruitmentTrainingCourse", {
  description: "A course for candidates: who has been selected and is to be entered on the list.",
})
export class TrainingCourse extends StoredRecord {
  @Column("text", { name: "course_code" })
  @Field(() => String, { description: "The code the ministry gave; no two share it." })
  courseCode: string;

  @Column("text")
  @Field(() => TrainingSubject, { description: "What it teaches." })
  subject: TrainingSubject;

  @Column("text")
  @Field(() => String, { description: "Its title." })
  title: string;

  @Column("date", { name: "starts_on" })
  @Field(() => DateScalar, { description: "Its first day." })
  startsOn: string;

  @Column("date", { name: "ends_on" })
  @Field(() => DateScalar, { description: "Its last day." })
  endsOn: string;

  @Column("integer", { name: "fiscal_year" })
  fiscalYearNumber: number;
}
