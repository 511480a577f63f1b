import { ArgsType, Field, InputType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { PageArguments } from "../../kit/connection/page";
import { OrderDirection } from "../../kit/connection/ordering";
import { type EnumFilter, IntFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { Invitation } from "./invitation";
import { type InvitationProgram, InvitationProgramFilter } from "./invitation-program";

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
}

/** The arguments of a list of invitations. */
@ArgsType()
export class InvitationArguments extends PageArguments {
  @Field(() => InvitationFilter, { nullable: true, description: "Default: all." })
  filter?: InvitationFilter | null;
}

/** All invitations, earliest first. */
export const invitations = new List({
  name: "Invitation",
  entity: Invitation,
  filters: {
    program: { sql: "t.program", type: "text" },
    fiscalYear: { sql: "t.fiscal_year", type: "integer" },
    country: { sql: "t.country_code", type: "text" },
  },
  orderings: { FISCAL_YEAR: { sql: "t.fiscal_year", type: "integer" } },
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
