import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { PageArguments } from "../../kit/connection/page";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import {
  DateFilter,
  type EnumFilter,
  IntFilter,
  StringFilter,
} from "../../kit/filter/filter-inputs";
import { Invitation } from "./invitation";
import { type InvitationProgram, InvitationProgramFilter } from "./invitation-program";
import { type InvitationState, InvitationStateFilter } from "./invitation-state";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { countryCodes } from "../../catalog/country/country-list";

/** A page of invitations. */
export const InvitationConnection = connectionType(Invitation, "Invitation");

/** Which invitations to list. */
@InputType({ description: "Which invitations to list. All conditions that are given must hold." })
export class InvitationFilter {
  @Field(() => InvitationProgramFilter, { nullable: true, description: "By program." })
  program?: EnumFilter<InvitationProgram>;
  @Field(() => IntFilter, { nullable: true, description: "By fiscal year." })
  fiscalYear?: IntFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the country." })
  country?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the agency invited." })
  agency?: StringFilter;
  @Field(() => InvitationStateFilter, { nullable: true, description: "By how far it has come." })
  state?: EnumFilter<InvitationState>;
  @Field(() => DateFilter, { nullable: true, description: "By the day it was sent." })
  invitedOn?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: "By the first day of the visit." })
  visitStartsOn?: DateFilter;
}

/** What invitations can be ordered by. */
export enum InvitationOrderField {
  FISCAL_YEAR = "FISCAL_YEAR",
  INVITED_ON = "INVITED_ON",
}

registerEnumType(InvitationOrderField, {
  name: "InvitationOrderField",
  description: "What invitations can be ordered by. What is unknown counts as latest.",
  valuesConfig: {
    FISCAL_YEAR: { description: "By fiscal year." },
    INVITED_ON: { description: "By the day it was sent." },
  },
});

/** One term of an ordering of invitations. */
@InputType({ description: "One term of an ordering of invitations." })
export class InvitationOrder implements OrderTerm<InvitationOrderField> {
  @Field(() => InvitationOrderField, { description: "What to order by." })
  by: InvitationOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of invitations. */
@ArgsType()
export class InvitationArguments extends PageArguments {
  @Field(() => InvitationFilter, { nullable: true, description: "Default: all." })
  filter?: InvitationFilter | null;
  @Field(() => [InvitationOrder], {
    nullable: true,
    description: "Default: earliest fiscal year first.",
  })
  orderBy?: InvitationOrder[] | null;
}

/** All invitations, earliest first. */
export const invitations = new List({
  name: "Invitation",
  entity: Invitation,
  filters: {
    program: { sql: "t.program", type: "text" },
    fiscalYear: { sql: "t.fiscal_year", type: "integer" },
    country: { sql: "t.country_code", type: "text", codes: countryCodes },
    agency: { sql: "t.agency_code", type: "text", codes: agencyCodes },
    state: { sql: "t.state", type: "text" },
    invitedOn: { sql: "t.invited_on", type: "date" },
    visitStartsOn: { sql: "t.visit_starts_on", type: "date" },
  },
  orderings: {
    FISCAL_YEAR: { sql: "t.fiscal_year", type: "integer" },
    INVITED_ON: { sql: "coalesce(t.invited_on, 'infinity')", type: "date" },
  },
  defaultOrder: [{ by: "FISCAL_YEAR", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The invitations of each fiscal year. */
export const invitationsByFiscalYear = invitations.ofParent({
  name: "byFiscalYear",
  keyType: "integer",
  condition: (key) => `t.fiscal_year = ${key}`,
});

/** The invitations to each country. */
export const invitationsByCountryCode = invitations.ofParent({
  name: "byCountryCode",
  keyType: "text",
  condition: (key) => `t.country_code = ${key}`,
});
