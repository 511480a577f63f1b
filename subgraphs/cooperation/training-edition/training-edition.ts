import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** One time that a training course is held. */
@Entity("training_edition")
@ObjectType({
  description: "One time that a course for officials of developing countries is held.",
})
export class TrainingEdition extends StoredRecord {
  @Column("text", { name: "course_code" })
  courseCode: string;

  @Column("integer", { name: "fiscal_year" })
  fiscalYearNumber: number;

  @Column("integer")
  @Field(() => Int, { description: "Its number in the course, from 1." })
  edition: number;

  @Column("date", { name: "starts_on" })
  @Field(() => DateScalar, { description: "The first day." })
  startsOn: string;

  @Column("date", { name: "ends_on" })
  @Field(() => DateScalar, { description: "The last day." })
  endsOn: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Where it is held." })
  place: string | null;

  @Column("date", { name: "closed_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "Since when its participants are final; null where they are not.",
  })
  closedOn: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note: string | null;
}
