import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { DateFilter, type EnumFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { Project } from "./project";
import { type ProjectState, ProjectStateFilter } from "./project-state";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { countryCodes } from "../../catalog/country/country-list";
import { networkCodes } from "../network/network-codes";

/** A page of projects. */
export const ProjectConnection = connectionType(Project, "Project");

/** Which projects to list. */
@InputType({ description: "Which projects to list. All conditions that are given must hold." })
export class ProjectFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the network." })
  network?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By id of the work plan." })
  workPlan?: StringFilter;
  @Field(() => ProjectStateFilter, { nullable: true, description: "By how far it has come." })
  state?: EnumFilter<ProjectState>;
  @Field(() => StringFilter, { nullable: true, description: "By title." })
  title?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the country that leads." })
  leadCountry?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the agency that leads." })
  leadAgency?: StringFilter;
  @Field(() => DateFilter, { nullable: true, description: "By the day it was proposed." })
  proposedOn?: DateFilter;
}

/** What projects can be ordered by. */
export enum ProjectOrderField {
  PROPOSED_ON = "PROPOSED_ON",
  STATE_SINCE = "STATE_SINCE",
  TITLE = "TITLE",
}

registerEnumType(ProjectOrderField, {
  name: "ProjectOrderField",
  description: "What projects can be ordered by.",
  valuesConfig: {
    PROPOSED_ON: { description: "By the day it was proposed." },
    STATE_SINCE: { description: "By the day it came into its state." },
    TITLE: { description: "By title." },
  },
});

/** One term of an ordering of projects. */
@InputType({ description: "One term of an ordering of projects." })
export class ProjectOrder implements OrderTerm<ProjectOrderField> {
  @Field(() => ProjectOrderField, { description: "What to order by." })
  by: ProjectOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of projects. */
@ArgsType()
export class ProjectArguments extends PageArguments {
  @Field(() => ProjectFilter, { nullable: true, description: "Default: all." })
  filter?: ProjectFilter | null;
  @Field(() => [ProjectOrder], { nullable: true, description: "Default: earliest proposed first." })
  orderBy?: ProjectOrder[] | null;
}

/** All projects, earliest proposed first. */
export const projects = new List({
  name: "Project",
  entity: Project,
  filters: {
    network: {
      sql: "(SELECT w.network_code FROM work_plan w WHERE w.id = t.work_plan_id)",
      type: "text",
      codes: networkCodes,
    },
    workPlan: { sql: "t.work_plan_id", type: "text" },
    state: { sql: "t.state", type: "text" },
    title: { sql: "t.title", type: "text", written: "free" },
    leadCountry: { sql: "t.lead_country_code", type: "text", codes: countryCodes },
    leadAgency: { sql: "t.lead_agency_code", type: "text", codes: agencyCodes },
    proposedOn: { sql: "t.proposed_on", type: "date" },
  },
  orderings: {
    PROPOSED_ON: { sql: "t.proposed_on", type: "date" },
    STATE_SINCE: { sql: "t.state_since", type: "date" },
    TITLE: { sql: "t.title", type: "text" },
  },
  defaultOrder: [{ by: "PROPOSED_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The projects of each work plan. */
export const projectsByWorkPlanId = projects.ofParent({
  name: "byWorkPlanId",
  keyType: "text",
  condition: (key) => `t.work_plan_id = ${key}`,
});

/** The projects each country leads. */
export const projectsByLeadCountryCode = projects.ofParent({
  name: "byLeadCountryCode",
  keyType: "text",
  condition: (key) => `t.lead_country_code = ${key}`,
});

/** The projects each agency leads. */
export const projectsByLeadAgencyCode = projects.ofParent({
  name: "byLeadAgencyCode",
  keyType: "text",
  condition: (key) => `t.lead_agency_code = ${key}`,
});
