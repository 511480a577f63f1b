import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { DateFilter, IntFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { TrainingEdition } from "./training-edition";
import { courseCodes } from "../training-course/course-codes";

/** A page of editions. */
export const TrainingEditionConnection = connectionType(TrainingEdition, "TrainingEdition");

/** Which editions to list. */
@InputType({
  description: "Which editions of courses to list. All conditions that are given must hold.",
})
export class TrainingEditionFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the course." })
  course?: StringFilter;
  @Field(() => IntFilter, { nullable: true, description: "By fiscal year." })
  fiscalYear?: IntFilter;
  @Field(() => IntFilter, { nullable: true, description: "By number in the course." })
  edition?: IntFilter;
  @Field(() => DateFilter, { nullable: true, description: "By first day." })
  startsOn?: DateFilter;
  @Field(() => DateFilter, {
    nullable: true,
    description: "By the day it was closed; isNull: true finds those that are open.",
  })
  closedOn?: DateFilter;
}

/** What editions can be ordered by. */
export enum TrainingEditionOrderField {
  STARTS_ON = "STARTS_ON",
  EDITION = "EDITION",
}

registerEnumType(TrainingEditionOrderField, {
  name: "TrainingEditionOrderField",
  description: "What editions of courses can be ordered by.",
  valuesConfig: {
    STARTS_ON: { description: "By first day." },
    EDITION: { description: "By number in the course." },
  },
});

/** One term of an ordering of editions. */
@InputType({ description: "One term of an ordering of editions of courses." })
export class TrainingEditionOrder implements OrderTerm<TrainingEditionOrderField> {
  @Field(() => TrainingEditionOrderField, { description: "What to order by." })
  by: TrainingEditionOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of editions. */
@ArgsType()
export class TrainingEditionArguments extends PageArguments {
  @Field(() => TrainingEditionFilter, { nullable: true, description: "Default: all." })
  filter?: TrainingEditionFilter | null;
  @Field(() => [TrainingEditionOrder], { nullable: true, description: "Default: earliest first." })
  orderBy?: TrainingEditionOrder[] | null;
}

/** All editions, earliest first. */
export const trainingEditions = new List({
  name: "TrainingEdition",
  entity: TrainingEdition,
  filters: {
    course: { sql: "t.course_code", type: "text", codes: courseCodes },
    fiscalYear: { sql: "t.fiscal_year", type: "integer" },
    edition: { sql: "t.edition", type: "integer" },
    startsOn: { sql: "t.starts_on", type: "date" },
    closedOn: { sql: "t.closed_on", type: "date" },
  },
  orderings: {
    STARTS_ON: { sql: "t.starts_on", type: "date" },
    EDITION: { sql: "t.edition", type: "integer" },
  },
  defaultOrder: [{ by: "STARTS_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The editions of each course. */
export const editionsByCourseCode = trainingEditions.ofParent({
  name: "byCourseCode",
  keyType: "text",
  condition: (key) => `t.course_code = ${key}`,
});

/** The editions of each fiscal year. */
export const editionsByFiscalYear = trainingEditions.ofParent({
  name: "byFiscalYear",
  keyType: "integer",
  condition: (key) => `t.fiscal_year = ${key}`,
});
