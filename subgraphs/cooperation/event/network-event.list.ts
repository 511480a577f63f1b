import { countryCodes } from "../../catalog/country/country-list";
import { tableAsKnown } from "../../kit/history/table-as-known";
import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { NetworkEvent } from "./network-event";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";

/** All events, earliest first. */
export const networkEvents = new DeclaredList(NetworkEvent, {
  plural: "events",
  filters: {
    startsOn: {
      description: "By first day.",
      earliest: "t.starts_earliest",
      latest: "t.starts_latest",
      type: "date",
    },
    participatingCountries: {
      description: "By code of a country that takes part.",
      sql: "taking.country_code",
      type: "text",
      codes: countryCodes,
      among: (condition) => `t.id IN (SELECT taking.event_id FROM network_event_participation taking
        WHERE ${condition} AND taking.removed_on IS NULL)`,
    },
  },
  orderings: {
    STARTS_ON: {
      description: "By the first day it may have begun on; what is unknown counts as latest.",
      sql: "coalesce(t.starts_earliest, 'infinity')",
      type: "date",
    },
  },
  order: ["STARTS_ON"],
  ordered: "earliest first",
  known: { table: "network_event" },
});

/** The events of each network. */
export const eventsOfNetwork = networkEvents.by("network_code");

/** The events that certainly began in each fiscal year. */
export const eventsOfFiscalYear = networkEvents.by("fiscal_year", { keyType: "integer" });

/** The events each agency hosted. */
export const eventsOfHost = networkEvents.by("host_agency_code");

const participation = "network_event_participation";
const neededOfIt = ["event_id", "country_code", "removed_on"];

/**
 * The events that took place in each country or that it is named as a participant of. Events are gone through in their order
 * until a page is full; of a country without any, all would be, so whether there is one is asked first.
 */
export const eventsOfCountry = networkEvents.by("country_code", {
  condition: (key) => {
    const takenPartIn = takenPartInBy(key, participation);
    return `(EXISTS (${takenPartIn}) OR EXISTS (SELECT FROM network_event WHERE country_code = ${key}))
      AND ${concerns(key, takenPartIn)}`;
  },
  known: (key, knownAt) =>
    concerns(key, takenPartInBy(key, tableAsKnown(participation, neededOfIt, knownAt))),
});

function takenPartInBy(country: string, table: string): string {
  return `SELECT FROM ${table} taking
      WHERE taking.country_code = ${country} AND taking.removed_on IS NULL`;
}

function concerns(country: string, takenPartIn: string): string {
  return `(t.country_code = ${country} OR EXISTS (${takenPartIn} AND taking.event_id = t.id))`;
}

/** The participations that stand, in the order of the source or of their recording, by event. */
export const participationsByEventId = rowsBy(
  "participationsByEventId",
  NetworkEventParticipation,
  "eventId",
  { where: "t.removed_on IS NULL", order: { position: "ASC", countryCode: "ASC" } },
);

/** The presentations that stand, in the order of the event, by event. */
export const presentationsByEventId = rowsBy(
  "presentationsByEventId",
  NetworkEventPresentation,
  "eventId",
  { where: "t.withdrawn_on IS NULL", order: { position: "ASC" } },
);
