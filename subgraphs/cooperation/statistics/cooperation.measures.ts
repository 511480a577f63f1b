import { areaStatistics } from "../../catalog/area-statistics";
import { agencies, codesOf, countries, recordsOf } from "../../catalog/statistics/dimension-values";
import {
  counted,
  inItsFiscalYear,
  notComputable,
  onItsDay,
  partsBy,
  partsUnknown,
} from "../../kit/statistics/figure-definition";
import type { Measure } from "../../kit/statistics/measure";
import { EventFormat, NetworkEventKind } from "../event/network-event-codes";
import { InvitationProgram } from "../invitation/invitation-codes";
import { Network, networkCodes } from "../network/network";
import { courseCodes, TrainingCourse } from "../training-course/training-course";

/** The dimensions of an event, by the alias of its table. */
const ofEvent = (event: string) => ({
  network: { sql: `${event}.network_code` },
  eventKind: { sql: `${event}.kind` },
  format: { sql: `${event}.format` },
  hostAgency: { sql: `${event}.host_agency_code` },
});

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

const earliestEvent =
  "SELECT least(min(starts_earliest), make_date(min(fiscal_year), 4, 1)) FROM network_event";

const ofCourse = {
  course: partsBy("course"),
  country: partsUnknown("Records do not distinguish visits of one programme in several years."),
};

const notOnRecord = (what: string) => notComputable(`${what} are not on record here.`);

/** What can be counted of the area's records, and which published figures that answers. */
export const { measures: cooperationMeasures, module: cooperationStatisticsModule } =
  areaStatistics("cooperation", {
    about: "cooperation",
    description:
      "Events, training and invitations counted from what is on record, as of any day or by fiscal year; a caller who sees only published rows counts only those. These are not the published figures, which are in cooperationFigures.",
    dimensions: {
      network: {
        name: "Network",
        description: "The network of the event.",
        filter: "By code of the network.",
        values: recordsOf(Network),
        most: 10,
        codes: networkCodes,
      },
      eventKind: {
        name: "Kind of event",
        description: "The kind of event.",
        filter: "By kind of event.",
        values: codesOf(NetworkEventKind),
        most: 10,
      },
      format: {
        name: "Format",
        description: "How the event was held.",
        filter: "By how it was held.",
        values: codesOf(EventFormat),
        most: 3,
      },
      hostAgency: {
        name: "Host agency",
        description: "The agency that hosted the event.",
        filter: "By code of the host agency.",
        values: agencies,
      },
      country: {
        name: "Country",
        description:
          "For events, the country in which they were held; otherwise the country that takes part or that persons come from.",
        filter:
          "By code of the country in which an event was held, or otherwise of the country that took part.",
        row: "The country in which an event was held, or otherwise the country that took part.",
        values: countries,
        sql: "t.country_code",
      },
      course: {
        name: "Course",
        description: "The training course.",
        filter: "By code of the training course.",
        values: recordsOf(TrainingCourse),
        sql: "e.course_code",
        most: 20,
        codes: courseCodes,
      },
      invitationProgram: {
        name: "Program of the invitation",
        description: "The program of the invitation.",
        filter: "By program of the invitation.",
        values: codesOf(InvitationProgram),
        sql: "t.program",
        most: 5,
      },
    },
    measures: {
      EVENTS: {
        name: "Events held",
        description: "Events of networks that were held: a flow.",
        unit: "events",
        definition:
          "Events that were held and began in the period. An event dated only to the month or year counts on the last day on which it can have begun. An event of unknown fiscal year is in none.",
        table: "network_event",
        where: "t.state = 'HELD'",
        time: timeOfEvent("t"),
        counts: { how: "rows" },
        persons: null,
        records: "NetworkEvent",
        dimensions: { ...ofEvent("t"), country: {} },
      },
      PARTICIPATIONS: {
        name: "Participations in events",
        description: "Countries' participations in events, one a country and event: a flow.",
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
        dimensions: { ...ofEvent("e"), country: {} },
      },
      TRAINING_PARTICIPANTS: {
        name: "Participants of training courses",
        ...training,
        description: "Officials who took part in training courses: a flow.",
        unit: "persons",
        definition:
          "Officials of developing countries who took part in editions of training courses that ended in the period; by fiscal year, in that of the edition.",
        counts: { how: "sum", of: "t.persons" },
        dimensions: { course: {}, country: {} },
        released: { by: [[], ["course"]] },
      },
      TRAINING_COUNTRIES: {
        name: "Countries of training participants",
        ...training,
        description: "Countries that officials came to training courses from: a flow.",
        unit: "countries",
        definition:
          "Countries and regions that participants of training courses came from; each counts once.",
        counts: { how: "distinct", of: "t.country_code" },
        dimensions: { course: {} },
        released: { by: [[], ["course"]] },
        linked: { groupsOf: { measure: "TRAINING_PARTICIPANTS", dimension: "country" } },
      },
      INVITED_PERSONS: {
        name: "Invited visitors",
        ...visit,
        description: "Persons who visited on an invitation: a flow.",
        unit: "persons",
        definition:
          "Persons who visited Japan on an invitation of the NPA, on the last day of the visit or, where that is not known, of its fiscal year; visits with an unknown number of persons add none.",
        counts: { how: "sum", of: "t.persons" },
        dimensions: { invitationProgram: {}, country: {} },
      },
      INVITED_COUNTRIES: {
        name: "Countries of invited visitors",
        ...visit,
        description: "Countries that persons visited from on an invitation: a flow.",
        unit: "countries",
        definition:
          "Countries from which persons visited Japan on an invitation of the NPA; each counts once.",
        counts: { how: "distinct", of: "t.country_code" },
        dimensions: { invitationProgram: {} },
      },
    },
    // The day of the earliest record of each table.
    earliest: {
      network_event: earliestEvent,
      network_event_participation: earliestEvent,
      training_participation:
        "SELECT least(min(starts_on), make_date(min(fiscal_year), 4, 1)) FROM training_edition",
      invitation: "SELECT make_date(min(fiscal_year), 4, 1) FROM invitation",
    },
    // How the figures that were published are counted.
    figures: {
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
    },
  });
