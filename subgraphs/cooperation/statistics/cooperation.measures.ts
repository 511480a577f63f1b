import { mostCountries } from "../../catalog/list-sizes";
import type { AreaMeasures, Dimension, Measure } from "../../kit/statistics/measure";

const countryOf = (table: string): Dimension => ({
  sql: `${table}.country_code`,
  type: "text",
  most: mostCountries,
});

const ofEvent = (event: string) =>
  ({
    network: { sql: `${event}.network_code`, type: "text", most: 10 },
    eventKind: { sql: `${event}.kind`, type: "text", most: 10 },
    format: { sql: `${event}.format`, type: "text", most: 3 },
    hostAgency: { sql: `${event}.host_agency_code`, type: "text", most: 150 },
  }) satisfies Record<string, Dimension>;

/** An event that is dated to the year or month counts from the last day it may have begun on. */
const timeOfEvent = (event: string): Measure["time"] => ({
  kind: "FLOW",
  day: `${event}.starts_latest`,
  fiscalYear: `${event}.fiscal_year`,
});

const training = {
  table: "training_participation",
  join: "JOIN training_edition e ON e.id = t.edition_id",
  where: "t.persons > 0",
  time: { kind: "FLOW", day: "e.ends_on", fiscalYear: "e.fiscal_year" },
  persons: { how: "sum", of: "t.persons" },
  records: "TrainingParticipation",
} as const satisfies Partial<Measure>;

const course: Dimension = { sql: "e.course_code", type: "text", most: 20 };

/** A visit whose day is not known counts at the end of its fiscal year. */
const visit = {
  table: "invitation",
  where: "t.state = 'VISITED'",
  time: {
    kind: "FLOW",
    day: "coalesce(t.visit_ends_on, make_date(t.fiscal_year + 1, 3, 31))",
    fiscalYear: "t.fiscal_year",
  },
  persons: null,
  records: "Invitation",
} as const satisfies Partial<Measure>;

const invitationProgram: Dimension = { sql: "t.program", type: "text", most: 5 };

/** What is counted of cooperation: of whom, and when. */
export const cooperationMeasures: AreaMeasures = {
  EVENTS: {
    unit: "events",
    definition:
      "Events that were held and began in the period; those whose day is not known are in none.",
    table: "network_event",
    where: "t.state = 'HELD'",
    time: timeOfEvent("t"),
    counts: { how: "rows" },
    persons: null,
    records: "NetworkEvent",
    dimensions: { ...ofEvent("t"), country: countryOf("t") },
  },
  PARTICIPATIONS: {
    unit: "participations",
    definition:
      "Countries that took part in events that were held, members and guests, once an event.",
    table: "network_event_participation",
    join: "JOIN network_event e ON e.id = t.event_id",
    where: "t.removed_on IS NULL AND e.state = 'HELD'",
    time: timeOfEvent("e"),
    counts: { how: "rows" },
    persons: null,
    records: "NetworkEvent",
    dimensions: { ...ofEvent("e"), country: countryOf("t") },
  },
  TRAINING_PARTICIPANTS: {
    ...training,
    unit: "persons",
    definition:
      "Officials of developing countries who took part in editions of training courses that ended in the period; by fiscal year, in that of the edition.",
    counts: { how: "sum", of: "t.persons" },
    dimensions: { course, country: countryOf("t") },
  },
  TRAINING_COUNTRIES: {
    ...training,
    unit: "countries",
    definition:
      "Countries and regions that participants of training courses came from; each counts once.",
    counts: { how: "distinct", of: "t.country_code" },
    dimensions: { course },
  },
  INVITED_PERSONS: {
    ...visit,
    unit: "persons",
    definition:
      "Persons who visited Japan on an invitation of the NPA; visits of which the number of persons is not known add none.",
    counts: { how: "sum", of: "t.persons" },
    dimensions: { invitationProgram, country: countryOf("t") },
  },
  INVITED_COUNTRIES: {
    ...visit,
    unit: "countries",
    definition:
      "Countries from which persons visited Japan on an invitation of the NPA; each counts once.",
    counts: { how: "distinct", of: "t.country_code" },
    dimensions: { invitationProgram },
  },
};
