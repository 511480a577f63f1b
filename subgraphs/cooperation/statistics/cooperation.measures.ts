import {
  counted,
  inItsFiscalYear,
  notComputable,
  onItsDay,
  partsBy,
  partsUnknown,
} from "../../kit/statistics/figure-definition";
import type { AreaMeasures, Dimension, Measure } from "../../kit/statistics/measure";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { countryCodes, mostCountries } from "../../catalog/country/country-list";
import { networkCodes } from "../network/network";
import { courseCodes } from "../training-course/training-course";

const countryOf = (table: string): Dimension => ({
  sql: `${table}.country_code`,
  type: "text",
  most: mostCountries,
  codes: countryCodes,
});

const ofEvent = (event: string) =>
  ({
    network: { sql: `${event}.network_code`, type: "text", most: 10, codes: networkCodes },
    eventKind: { sql: `${event}.kind`, type: "text", most: 10 },
    format: { sql: `${event}.format`, type: "text", most: 3 },
    hostAgency: { sql: `${event}.host_agency_code`, type: "text", most: 150, codes: agencyCodes },
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

const course: Dimension = { sql: "e.course_code", type: "text", most: 20, codes: courseCodes };

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
const measures = {
  EVENTS: {
    unit: "events",
    definition:
      "Events that were held and began in the period: dated to the month or year alone, on the last day they may have begun on. By fiscal year, those of which it is not known are in none.",
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
      "Persons who visited Japan on an invitation of the NPA, on the last day of the visit or, where that is not known, of its fiscal year; visits of which the number of persons is not known add none.",
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
} satisfies AreaMeasures["measures"];

const earliestEvent =
  "SELECT least(min(starts_earliest), make_date(min(fiscal_year), 4, 1)) FROM network_event";

/** The day of the earliest record of each table. */
const earliest = {
  network_event: earliestEvent,
  network_event_participation: earliestEvent,
  training_participation:
    "SELECT least(min(starts_on), make_date(min(fiscal_year), 4, 1)) FROM training_edition",
  invitation: "SELECT make_date(min(fiscal_year), 4, 1) FROM invitation",
} satisfies AreaMeasures["earliest"];

const ofCourse = {
  course: partsBy("course"),
  country: partsUnknown("Visits of one programme in several years are not told apart on record."),
};

const notOnRecord = (what: string) => notComputable(`${what} are not on record here.`);

/** How the figures that were published are counted. */
const figures = {
  training_participants: counted({
    measure: "TRAINING_PARTICIPANTS",
    time: inItsFiscalYear,
    parts: ofCourse,
  }),
  training_participants_cumulative: counted({
    measure: "TRAINING_PARTICIPANTS",
    time: onItsDay,
    parts: ofCourse,
  }),
  training_countries: counted({
    measure: "TRAINING_COUNTRIES",
    time: inItsFiscalYear,
    parts: ofCourse,
  }),
  training_countries_cumulative: counted({
    measure: "TRAINING_COUNTRIES",
    time: onItsDay,
    parts: ofCourse,
  }),
  invited_officials: counted({
    measure: "INVITED_PERSONS",
    time: inItsFiscalYear,
    parts: { country: partsBy("country") },
  }),
  invitation_countries: counted({
    measure: "INVITED_COUNTRIES",
    time: inItsFiscalYear,
    whole: { dimension: "invitationProgram", values: ["SENIOR_OFFICIALS"], isRest: false },
    parts: { programme: partsBy("invitationProgram") },
  }),
  training_courses: notComputable("Courses held with others than JICA are not on record here."),
  experts_sent: notOnRecord("Experts sent abroad"),
  programme_candidates: notOnRecord("Candidates of programmes abroad"),
  foreign_visitors: notOnRecord("Visitors"),
  foreign_visitor_countries: notOnRecord("Visitors"),
  lecture_audience_at_least: notOnRecord("Audiences of lectures"),
  officials_exchanged: notOnRecord("Officials exchanged within the trilateral network"),
  joint_training_participants: notComputable(
    "Published events name the countries that took part, not how many persons.",
  ),
  joint_training_participants_cumulative: notComputable(
    "Published events name the countries that took part, not how many persons.",
  ),
  symposium_invited_countries: notComputable(
    "It is on record who took part in an event, not who was invited to it.",
  ),
  projects_completed_approx: notComputable(
    "The source says around so many: an exact number neither agrees nor differs.",
  ),
} satisfies AreaMeasures["figures"];

/** What can be counted of the area's records, and which published figures that answers. */
export const cooperationMeasures: AreaMeasures = { measures, earliest, figures };
