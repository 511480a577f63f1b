import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { DateFilter, type EnumFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { DateScalar } from "../../kit/graphql/scalars";
import { NetworkMembership } from "./network-membership";
import { type NetworkRole, NetworkRoleFilter } from "./network-role";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { countryCodes } from "../../catalog/country/country-list";
import { networkCodes } from "../network/network-codes";

/** A page of memberships. */
export const NetworkMembershipConnection = connectionType(NetworkMembership, "NetworkMembership");

/** Which memberships to list. */
@InputType({ description: "Which memberships to list. All conditions that are given must hold." })
export class NetworkMembershipFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the network." })
  network?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the country." })
  country?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the agency." })
  agency?: StringFilter;
  @Field(() => NetworkRoleFilter, { nullable: true, description: "By role." })
  role?: EnumFilter<NetworkRole>;
  @Field(() => DateFilter, { nullable: true, description: "By the day it is listed from." })
  from?: DateFilter;
  @Field(() => DateFilter, {
    nullable: true,
    description: "By the first day it no longer holds; isNull: true finds those that are open.",
  })
  to?: DateFilter;
}

/** What memberships can be ordered by. */
export enum NetworkMembershipOrderField {
  FROM = "FROM",
  COUNTRY = "COUNTRY",
}

registerEnumType(NetworkMembershipOrderField, {
  name: "NetworkMembershipOrderField",
  description: "What memberships can be ordered by.",
  valuesConfig: {
    FROM: { description: "By the day it is listed from." },
    COUNTRY: { description: "By code of the country." },
  },
});

/** One term of an ordering of memberships. */
@InputType({ description: "One term of an ordering of memberships." })
export class NetworkMembershipOrder implements OrderTerm<NetworkMembershipOrderField> {
  @Field(() => NetworkMembershipOrderField, { description: "What to order by." })
  by: NetworkMembershipOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of memberships, whenever they hold. */
@ArgsType()
export class NetworkMembershipHistoryArguments extends PageArguments {
  @Field(() => NetworkMembershipFilter, { nullable: true, description: "Default: all." })
  filter?: NetworkMembershipFilter | null;
  @Field(() => [NetworkMembershipOrder], {
    nullable: true,
    description: "Default: earliest first.",
  })
  orderBy?: NetworkMembershipOrder[] | null;
}

/** The arguments of a list of the memberships of a day. */
@ArgsType()
export class NetworkMembershipArguments extends NetworkMembershipHistoryArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/** All memberships, earliest first. */
export const networkMemberships = new List({
  name: "NetworkMembership",
  entity: NetworkMembership,
  filters: {
    network: { sql: "t.network_code", type: "text", codes: networkCodes },
    country: { sql: "t.country_code", type: "text", codes: countryCodes },
    agency: { sql: "t.agency_code", type: "text", codes: agencyCodes },
    role: { sql: "t.role", type: "text" },
    from: { sql: "t.first_day", type: "date" },
    to: { sql: "upper(t.valid)", type: "date" },
  },
  orderings: {
    FROM: { sql: "t.first_day", type: "date" },
    COUNTRY: { sql: "t.country_code", type: "text" },
  },
  defaultOrder: [{ by: "FROM", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
  asOf: (day) => `t.valid @> ${day}`,
});
