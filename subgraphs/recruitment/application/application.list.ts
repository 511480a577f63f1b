import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { DateFilter, type EnumFilter, IntFilter } from "../../kit/filter/filter-inputs";
import { Application } from "./application";
import { type ApplicationStage, ApplicationStageFilter } from "./application-stage";

/** A page of applications. */
export const ApplicationConnection = connectionType(Application, "Application");

/** Which applications to list. */
@InputType({ description: "Which applications to list. All conditions that are given must hold." })
export class ApplicationFilter {
  @Field(() => IntFilter, {
    nullable: true,
    description: "By fiscal year of the solicitation.",
  })
  fiscalYear?: IntFilter;
  @Field(() => ApplicationStageFilter, { nullable: true, description: "By stage reached last." })
  stage?: EnumFilter<ApplicationStage>;
  @Field(() => DateFilter, { nullable: true, description: "By day of receipt." })
  receivedOn?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: "By day of selection or rejection." })
  decidedOn?: DateFilter;
}

/** What applications can be ordered by. */
export enum ApplicationOrderField {
  RECEIVED_ON = "RECEIVED_ON",
  DECIDED_ON = "DECIDED_ON",
}

registerEnumType(ApplicationOrderField, {
  name: "ApplicationOrderField",
  description: "What applications can be ordered by.",
  valuesConfig: {
    RECEIVED_ON: { description: "By day of receipt." },
    DECIDED_ON: {
      description: "By day of selection or rejection; what is not decided counts as latest.",
    },
  },
});

/** One term of an ordering of applications. */
@InputType({ description: "One term of an ordering of applications." })
export class ApplicationOrder implements OrderTerm<ApplicationOrderField> {
  @Field(() => ApplicationOrderField, { description: "What to order by." })
  by: ApplicationOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of applications. */
@ArgsType()
export class ApplicationArguments extends PageArguments {
  @Field(() => ApplicationFilter, { nullable: true, description: "Default: all." })
  filter?: ApplicationFilter | null;
  @Field(() => [ApplicationOrder], {
    nullable: true,
    description: "Default: by day of receipt, earliest first.",
  })
  orderBy?: ApplicationOrder[] | null;
}

/** All applications, in order of receipt. */
export const applications = new List({
  name: "Application",
  entity: Application,
  filters: {
    fiscalYear: { sql: "t.fiscal_year", type: "integer" },
    stage: { sql: "t.stage", type: "text" },
    receivedOn: { sql: "t.received_on", type: "date" },
    decidedOn: { sql: "t.decided_on", type: "date" },
  },
  orderings: {
    RECEIVED_ON: { sql: "t.received_on", type: "date" },
    DECIDED_ON: { sql: "coalesce(t.decided_on, 'infinity')", type: "date" },
  },
  defaultOrder: [{ by: "RECEIVED_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The applications to each solicitation. */
export const applicationsByFiscalYear = applications.ofParent({
  name: "byFiscalYear",
  keyType: "integer",
  condition: (key) => `t.fiscal_year = ${key}`,
});

/** The applications for each category. */
export const applicationsByCategoryCode = applications.ofParent({
  name: "byCategoryCode",
  keyType: "text",
  condition: (key) =>
    `t.id IN (SELECT application_id FROM application_category WHERE category_code = ${key})`,
});
