import { ArgsType, Field, InputType } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { IntFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { DateScalar } from "../../kit/graphql/scalars";
import { NetworkChair } from "./network-chair";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { countryCodes } from "../../catalog/country/country-list";
import { networkCodes } from "../network/network-codes";

/** A page of turns to chair. */
export const NetworkChairConnection = connectionType(NetworkChair, "NetworkChair");

/** Which turns to chair to list. */
@InputType({
  description: "Which turns to chair to list. All conditions that are given must hold.",
})
export class NetworkChairFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the network." })
  network?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the country." })
  country?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the agency." })
  agency?: StringFilter;
  @Field(() => IntFilter, { nullable: true, description: "By number of the conference." })
  edition?: IntFilter;
}

/** The arguments of a list of turns, whenever they hold. */
@ArgsType()
export class NetworkChairHistoryArguments extends PageArguments {
  @Field(() => NetworkChairFilter, { nullable: true, description: "Default: all." })
  filter?: NetworkChairFilter | null;
}

/** The arguments of a list of the turns of a day. */
@ArgsType()
export class NetworkChairArguments extends NetworkChairHistoryArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/** All turns to chair, earliest first. */
export const networkChairs = new List({
  name: "NetworkChair",
  entity: NetworkChair,
  filters: {
    network: { sql: "t.network_code", type: "text", codes: networkCodes },
    country: { sql: "t.country_code", type: "text", codes: countryCodes },
    agency: { sql: "t.agency_code", type: "text", codes: agencyCodes },
    edition: { sql: "t.edition", type: "integer" },
  },
  orderings: { FROM: { sql: "t.first_day", type: "date" } },
  defaultOrder: [{ by: "FROM", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
  asOf: (day) => `t.valid @> ${day}`,
});

/** The turns of each country, whenever they hold. */
export const chairsByCountryCode = networkChairs.ofParent({
  name: "byCountryCode",
  keyType: "text",
  condition: (key) => `t.country_code = ${key}`,
});
