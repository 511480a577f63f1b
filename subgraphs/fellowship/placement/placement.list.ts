import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import {
  DateFilter,
  type EnumFilter,
  enumFilter,
  StringFilter,
} from "../../kit/filter/filter-inputs";
import { DateScalar } from "../../kit/graphql/scalars";
import { HostKind } from "./host-kind";
import { Placement } from "./placement";
import { agencyCodes } from "../../catalog/agency/agency-codes";

/** A page of placements. */
export const PlacementConnection = connectionType(Placement, "Placement");

/** Conditions on a kind of host. */
export const HostKindFilter = enumFilter(HostKind, "PlacementHostKindFilter");

/** Which placements to list. */
@InputType({ description: "Which placements to list. All conditions that are given must hold." })
export class PlacementFilter {
  @Field(() => StringFilter, { nullable: true, description: "By the fellow's id." })
  fellow?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By the id of the fellow's cohort." })
  cohort?: StringFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By the code of the agency that sent the fellow.",
  })
  sendingAgency?: StringFilter;
  @Field(() => HostKindFilter, { nullable: true, description: "By the kind of host." })
  hostKind?: EnumFilter<HostKind>;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By the host agency's code; isNull: true gives the other hosts.",
  })
  hostAgency?: StringFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By the name of a host that is not an agency.",
  })
  hostName?: StringFilter;
  @Field(() => DateFilter, { nullable: true, description: "By the first day." })
  from?: DateFilter;
  @Field(() => DateFilter, {
    nullable: true,
    description: "By the first day they no longer hold; isNull: true gives the open ones.",
  })
  to?: DateFilter;
  @Field(() => DateFilter, {
    nullable: true,
    description: "By the day they were cancelled; isNull: true gives those that were not.",
  })
  cancelledOn?: DateFilter;
}

/** What placements can be ordered by. */
export enum PlacementOrderField {
  FROM = "FROM",
  TO = "TO",
}

registerEnumType(PlacementOrderField, {
  name: "PlacementOrderField",
  description: "What placements can be ordered by.",
  valuesConfig: {
    FROM: { description: "By the first day." },
    TO: { description: "By the first day they no longer hold; open ones count as latest." },
  },
});

/** One term of an ordering of placements. */
@InputType({ description: "One term of an ordering of placements." })
export class PlacementOrder implements OrderTerm<PlacementOrderField> {
  @Field(() => PlacementOrderField, { description: "What to order by." })
  by: PlacementOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of placements whenever they are. */
@ArgsType()
export class PlacementHistoryArguments extends PageArguments {
  @Field(() => PlacementFilter, { nullable: true, description: "Default: all." })
  filter?: PlacementFilter | null;
  @Field(() => [PlacementOrder], { nullable: true, description: "Default: by the first day." })
  orderBy?: PlacementOrder[] | null;
}

/** The arguments of a list of placements in force on a day. */
@ArgsType()
export class PlacementArguments extends PlacementHistoryArguments {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

const ofFellow = (column: string) => `(SELECT f.${column} FROM fellow f WHERE f.id = t.fellow_id)`;

/** The placements of all fellows. */
export const placements = new List({
  name: "Placement",
  entity: Placement,
  filters: {
    fellow: { sql: "t.fellow_id", type: "text", tellsWho: true },
    cohort: { sql: ofFellow("cohort_id"), type: "text" },
    sendingAgency: { sql: ofFellow("sending_agency_code"), type: "text", codes: agencyCodes },
    hostKind: { sql: "t.host_kind", type: "text" },
    hostAgency: { sql: "t.host_agency_code", type: "text", codes: agencyCodes },
    hostName: { sql: "t.host_name", type: "text", written: "free" },
    from: { sql: "t.from_date", type: "date" },
    to: { sql: "t.to_date", type: "date" },
    cancelledOn: { sql: "t.cancelled_on", type: "date" },
  },
  orderings: {
    FROM: { sql: "t.from_date", type: "date" },
    TO: { sql: "coalesce(t.to_date, 'infinity')", type: "date" },
  },
  defaultOrder: [{ by: "FROM", direction: OrderDirection.ASC }],
  asOf: (day) => `t.valid @> ${day} AND t.cancelled_on IS NULL`,
  unique: { sql: "t.id", type: "text" },
});

/** The placements of each fellow. */
export const placementsByFellowId = placements.ofParent({
  name: "byFellowId",
  keyType: "text",
  condition: (key) => `t.fellow_id = ${key}`,
});

/** The placements at each agency. */
export const placementsByAgencyCode = placements.ofParent({
  name: "byAgencyCode",
  keyType: "text",
  condition: (key) => `t.host_agency_code = ${key}`,
});
