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
import { NetworkEvent } from "./network-event";
import {
  type EventFormat,
  EventFormatFilter,
  type NetworkEventKind,
  NetworkEventKindFilter,
} from "./network-event-codes";
import { type NetworkEventState, NetworkEventStateFilter } from "./network-event-state";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { countryCodes } from "../../catalog/country/country-list";
import { networkCodes } from "../network/network-codes";

/** A page of events. */
export const NetworkEventConnection = connectionType(NetworkEvent, "NetworkEvent");

/** Which events to list. */
@InputType({ description: "Which events to list. All conditions that are given must hold." })
export class NetworkEventFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the network." })
  network?: StringFilter;
  @Field(() => NetworkEventKindFilter, { nullable: true, description: "By kind." })
  kind?: EnumFilter<NetworkEventKind>;
  @Field(() => NetworkEventStateFilter, {
    nullable: true,
    description: "By how far it has come.",
  })
  state?: EnumFilter<NetworkEventState>;
  @Field(() => IntFilter, { nullable: true, description: "By number in its series." })
  edition?: IntFilter;
  @Field(() => StringFilter, { nullable: true, description: "By title." })
  title?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By theme." })
  theme?: StringFilter;
  @Field(() => DateFilter, { nullable: true, description: "By first day." })
  startsOn?: DateFilter;
  @Field(() => IntFilter, { nullable: true, description: "By fiscal year in which it began." })
  fiscalYear?: IntFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By code of the country it took place in.",
  })
  country?: StringFilter;
  @Field(() => EventFormatFilter, { nullable: true, description: "By how it was held." })
  format?: EnumFilter<EventFormat>;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By code of the agency that hosted it.",
  })
  hostAgency?: StringFilter;
}

/** What events can be ordered by. */
export enum NetworkEventOrderField {
  STARTS_ON = "STARTS_ON",
  EDITION = "EDITION",
}

registerEnumType(NetworkEventOrderField, {
  name: "NetworkEventOrderField",
  description: "What events can be ordered by. What is unknown counts as latest or largest.",
  valuesConfig: {
    STARTS_ON: { description: "By the first day it may have begun on." },
    EDITION: { description: "By number in its series." },
  },
});

/** One term of an ordering of events. */
@InputType({ description: "One term of an ordering of events." })
export class NetworkEventOrder implements OrderTerm<NetworkEventOrderField> {
  @Field(() => NetworkEventOrderField, { description: "What to order by." })
  by: NetworkEventOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of events. */
@ArgsType()
export class NetworkEventArguments extends PageArguments {
  @Field(() => NetworkEventFilter, { nullable: true, description: "Default: all." })
  filter?: NetworkEventFilter | null;
  @Field(() => [NetworkEventOrder], { nullable: true, description: "Default: earliest first." })
  orderBy?: NetworkEventOrder[] | null;
}

/** All events, earliest first. */
export const networkEvents = new List({
  name: "NetworkEvent",
  entity: NetworkEvent,
  filters: {
    network: { sql: "t.network_code", type: "text", codes: networkCodes },
    kind: { sql: "t.kind", type: "text" },
    state: { sql: "t.state", type: "text" },
    edition: { sql: "t.edition", type: "integer" },
    title: { sql: "t.title", type: "text", written: "free" },
    theme: { sql: "t.theme", type: "text", written: "free" },
    startsOn: { earliest: "t.starts_earliest", latest: "t.starts_latest", type: "date" },
    fiscalYear: { sql: "t.fiscal_year", type: "integer" },
    country: { sql: "t.country_code", type: "text", codes: countryCodes },
    format: { sql: "t.format", type: "text" },
    hostAgency: { sql: "t.host_agency_code", type: "text", codes: agencyCodes },
  },
  orderings: {
    STARTS_ON: { sql: "coalesce(t.starts_earliest, 'infinity')", type: "date" },
    EDITION: { sql: "coalesce(t.edition, 2147483647)", type: "integer" },
  },
  defaultOrder: [{ by: "STARTS_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The events of each network. */
export const eventsByNetworkCode = networkEvents.ofParent({
  name: "byNetworkCode",
  keyType: "text",
  condition: (key) => `t.network_code = ${key}`,
});

/** The events that certainly began in each fiscal year. */
export const eventsByFiscalYear = networkEvents.ofParent({
  name: "byFiscalYear",
  keyType: "integer",
  condition: (key) => `t.fiscal_year = ${key}`,
});

/** The events each agency hosted. */
export const eventsByHostAgencyCode = networkEvents.ofParent({
  name: "byHostAgencyCode",
  keyType: "text",
  condition: (key) => `t.host_agency_code = ${key}`,
});

/** The events that took place in each country or that it is named as a participant of. */
export const eventsByCountryCode = networkEvents.ofParent({
  name: "byCountryCode",
  keyType: "text",
  condition: (key) =>
    `t.id IN (SELECT event_id FROM network_event_participation WHERE country_code = ${key} AND removed_on IS NULL
              UNION SELECT id FROM network_event WHERE country_code = ${key})`,
});
