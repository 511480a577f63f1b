import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { DateFilter, type EnumFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { ListRequest } from "./list-request";
import { type ListRequestState, ListRequestStateFilter } from "./list-request-state";
import { municipalityCodes } from "../municipality/municipality-codes";

/** A page of requests for the list. */
export const ListRequestConnection = connectionType(ListRequest, "ListRequest");

/** Which requests to list. */
@InputType({ description: "Which requests to list. All conditions that are given must hold." })
export class ListRequestFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the municipality." })
  municipality?: StringFilter;
  @Field(() => ListRequestStateFilter, {
    nullable: true,
    description: "By what has become of them.",
  })
  state?: EnumFilter<ListRequestState>;
  @Field(() => DateFilter, { nullable: true, description: "By the day of the request." })
  requestedOn?: DateFilter;
  @Field(() => DateFilter, { nullable: true, description: "By the day of the decision." })
  decidedOn?: DateFilter;
}

/** What requests can be ordered by. */
export enum ListRequestOrderField {
  REQUESTED_ON = "REQUESTED_ON",
  DECIDED_ON = "DECIDED_ON",
}

registerEnumType(ListRequestOrderField, {
  name: "ListRequestOrderField",
  description: "What requests can be ordered by.",
  valuesConfig: {
    REQUESTED_ON: { description: "By the day of the request." },
    DECIDED_ON: { description: "By the day of the decision; what is open counts as latest." },
  },
});

/** One term of an ordering of requests. */
@InputType({ description: "One term of an ordering of requests." })
export class ListRequestOrder implements OrderTerm<ListRequestOrderField> {
  @Field(() => ListRequestOrderField, { description: "What to order by." })
  by: ListRequestOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of requests. */
@ArgsType()
export class ListRequestArguments extends PageArguments {
  @Field(() => ListRequestFilter, { nullable: true, description: "Default: all." })
  filter?: ListRequestFilter | null;
  @Field(() => [ListRequestOrder], {
    nullable: true,
    description: "Default: by the day of the request, earliest first.",
  })
  orderBy?: ListRequestOrder[] | null;
}

/** All requests for the list, earliest first. */
export const listRequests = new List({
  name: "ListRequest",
  entity: ListRequest,
  filters: {
    municipality: { sql: "t.municipality_code", type: "text", codes: municipalityCodes },
    state: { sql: "t.state", type: "text" },
    requestedOn: { sql: "t.requested_on", type: "date" },
    decidedOn: { sql: "t.decided_on", type: "date" },
  },
  orderings: {
    REQUESTED_ON: { sql: "t.requested_on", type: "date" },
    DECIDED_ON: { sql: "coalesce(t.decided_on, 'infinity')", type: "date" },
  },
  defaultOrder: [{ by: "REQUESTED_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The requests of each municipality. */
export const listRequestsByMunicipalityCode = listRequests.ofParent({
  name: "byMunicipalityCode",
  keyType: "text",
  condition: (key) => `t.municipality_code = ${key}`,
});
