import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { PageArguments } from "../../kit/connection/page";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { DateFilter, IntFilter } from "../../kit/filter/filter-inputs";
import { Cohort } from "./cohort";

/** A page of cohorts. */
export const CohortConnection = connectionType(Cohort, "Cohort");

/** Which cohorts to list. */
@InputType({ description: "Which cohorts to list. All conditions that are given must hold." })
export class CohortFilter {
  @Field(() => IntFilter, { nullable: true, description: "By number." })
  number?: IntFilter;
  @Field(() => DateFilter, { nullable: true, description: "By the day on which it began." })
  startsOn?: DateFilter;
}

/** What cohorts can be ordered by. */
export enum CohortOrderField {
  NUMBER = "NUMBER",
  STARTS_ON = "STARTS_ON",
}

registerEnumType(CohortOrderField, {
  name: "CohortOrderField",
  description: "What cohorts can be ordered by.",
  valuesConfig: {
    NUMBER: { description: "By number." },
    STARTS_ON: {
      description: "By the first day on which it may have begun; what is unknown counts as latest.",
    },
  },
});

/** One term of an ordering of cohorts. */
@InputType({ description: "One term of an ordering of cohorts." })
export class CohortOrder implements OrderTerm<CohortOrderField> {
  @Field(() => CohortOrderField, { description: "What to order by." })
  by: CohortOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of cohorts. */
@ArgsType()
export class CohortArguments extends PageArguments {
  @Field(() => CohortFilter, { nullable: true, description: "Default: all." })
  filter?: CohortFilter | null;
  @Field(() => [CohortOrder], { nullable: true, description: "Default: by number." })
  orderBy?: CohortOrder[] | null;
}

/** The cohorts of all programs. */
export const cohorts = new List({
  name: "Cohort",
  entity: Cohort,
  filters: {
    number: { sql: "t.number", type: "integer" },
    startsOn: { earliest: "t.starts_earliest", latest: "t.starts_latest", type: "date" },
  },
  orderings: {
    NUMBER: { sql: "t.number", type: "integer" },
    STARTS_ON: { sql: "coalesce(t.starts_earliest, 'infinity')", type: "date" },
  },
  defaultOrder: [{ by: "NUMBER", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The cohorts of each program. */
export const cohortsByProgramCode = cohorts.ofParent({
  name: "byProgramCode",
  keyType: "text",
  condition: (key) => `t.program_code = ${key}`,
});
