import { ArgsType, Field, InputType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { DateFilter, type EnumFilter } from "../../kit/filter/filter-inputs";
import {
  CandidateEnrolment,
  type CandidateEnrolmentState,
  CandidateEnrolmentStateFilter,
} from "./candidate-enrolment";

/** A page of enrolments. */
export const CandidateEnrolmentConnection = connectionType(
  CandidateEnrolment,
  "CandidateEnrolment",
);

/** Which enrolments to list. */
@InputType({ description: "Which enrolments to list. All conditions that are given must hold." })
export class CandidateEnrolmentFilter {
  @Field(() => CandidateEnrolmentStateFilter, {
    nullable: true,
    description: "By how the candidate fares.",
  })
  state?: EnumFilter<CandidateEnrolmentState>;
  @Field(() => DateFilter, { nullable: true, description: "By day of enrolment." })
  enrolledOn?: DateFilter;
}

/** The arguments of a list of enrolments. */
@ArgsType()
export class CandidateEnrolmentArguments extends PageArguments {
  @Field(() => CandidateEnrolmentFilter, { nullable: true, description: "Default: all." })
  filter?: CandidateEnrolmentFilter | null;
}

const enrolments = new List({
  name: "CandidateEnrolment",
  entity: CandidateEnrolment,
  filters: {
    state: { sql: "t.state", type: "text" },
    enrolledOn: { sql: "t.enrolled_on", type: "date" },
  },
  orderings: { ENROLLED_ON: { sql: "t.enrolled_on", type: "date" } },
  defaultOrder: [{ by: "ENROLLED_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The enrolments in each course, earliest first. */
export const enrolmentsByCourseId = enrolments.ofParent({
  name: "byCourseId",
  keyType: "text",
  condition: (key) => `t.course_id = ${key}`,
});
