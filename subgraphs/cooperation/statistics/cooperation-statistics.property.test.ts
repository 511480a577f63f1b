import type { Draw } from "../../../test/support/statistics/draw";
import type { CountedThing } from "../../../test/support/statistics/naive-count";
import type { RecordTables, RowsByTable } from "../../../test/support/statistics/record-tables";
import {
  describeStatistics,
  type NaiveMeasure,
} from "../../../test/support/statistics/statistics-property";
import { isOf } from "../../../test/support/statistics/statistics-query";
import { addDays } from "../../kit/demo/days";
import { cooperation } from "../cooperation";
import { cooperationMeasures } from "./cooperation.measures";

describeStatistics({
  definition: cooperation,
  measures: cooperationMeasures,
  dimensions: {
    network: { selection: "network { code }", type: "text", values: ["CJK_PPN"] },
    eventKind: { selection: "eventKind", type: "enum", values: ["CONFERENCE", "TRAINING"] },
    format: { selection: "format", type: "enum", values: ["IN_PERSON", "ONLINE"] },
    hostAgency: { selection: "hostAgency { code }", type: "text", values: ["US-NASA"] },
    country: { selection: "country { code }", type: "text", values: ["AQ"] },
    course: { selection: "course { code }", type: "text", values: ["PERSONNEL_ADMINISTRATION"] },
    invitationProgram: {
      selection: "invitationProgram",
      type: "enum",
      values: ["SENIOR_OFFICIALS", "ASIAN_EXPERTS"],
    },
  },
  rows: randomCooperation,
  read: readMeasures,
});

interface Event {
  id: string;
  network_code: string;
  kind: string;
  format: string | null;
  host_agency_code: string | null;
  country_code: string | null;
  starts_earliest: string | null;
  starts_latest: string | null;
  fiscal_year: number | null;
  state: string | null;
  source_id: string | null;
}

interface Participation {
  id: string;
  event_id: string;
  country_code: string;
  removed_on: string | null;
}

interface Edition {
  id: string;
  course_code: string;
  fiscal_year: number;
  starts_on: string;
  ends_on: string;
}

interface TrainingParticipation {
  id: string;
  edition_id: string;
  country_code: string;
  persons: number;
}

interface Invitation {
  id: string;
  program: string;
  fiscal_year: number;
  country_code: string;
  persons: number | null;
  state: string;
  visit_ends_on: string | null;
  source_id: string | null;
}

async function readMeasures(tables: RecordTables): Promise<Record<string, NaiveMeasure>> {
  return {
    ...(await readEvents(tables)),
    ...(await readTraining(tables)),
    ...(await readInvitations(tables)),
  };
}

/** Countries and events are no persons. */
const nobody = { person: "nobody", persons: 0 };

/** Who sees published rows alone counts those that a source states. */
function isSeen({ source_id }: { readonly source_id: string | null }, seesAll: boolean): boolean {
  return seesAll || source_id !== null;
}

async function readEvents(tables: RecordTables): Promise<Record<string, NaiveMeasure>> {
  const events = await tables.read<Event>("network_event");
  const participations = await tables.read<Participation>("network_event_participation");
  const keysOf = (event: Event) => ({
    network: event.network_code,
    eventKind: event.kind,
    format: event.format,
    hostAgency: event.host_agency_code,
  });
  const held = (seesAll: boolean) =>
    events.filter((event) => event.state === "HELD" && isSeen(event, seesAll));
  const ofEvents = {
    kind: "FLOW",
    dimensions: ["network", "eventKind", "format", "hostAgency", "country"],
    isDistinct: false,
    isProtected: false,
  } as const;
  return {
    EVENTS: {
      ...ofEvents,
      things: (period, seesAll) =>
        held(seesAll)
          .filter((event) => isOf(period, event.starts_latest, event.fiscal_year))
          .map((event) => ({
            ...nobody,
            one: event.id,
            amount: 1,
            keys: { ...keysOf(event), country: event.country_code },
          })),
    },
    PARTICIPATIONS: {
      ...ofEvents,
      things: (period, seesAll) =>
        held(seesAll)
          .filter((event) => isOf(period, event.starts_latest, event.fiscal_year))
          .flatMap((event) =>
            participations
              .filter((one) => one.event_id === event.id && one.removed_on === null)
              .map((one) => ({
                ...nobody,
                one: one.id,
                amount: 1,
                keys: { ...keysOf(event), country: one.country_code },
              })),
          ),
    },
  };
}

async function readTraining(tables: RecordTables): Promise<Record<string, NaiveMeasure>> {
  const editions = await tables.read<Edition>("training_edition");
  const participations = await tables.read<TrainingParticipation>("training_participation");
  const trained = (period: Parameters<NaiveMeasure["things"]>[0]): CountedThing[] =>
    participations.flatMap(({ id, edition_id, country_code, persons }) => {
      const edition = editions.find((other) => other.id === edition_id);
      if (!edition || persons === 0) return [];
      if (!isOf(period, edition.ends_on, edition.fiscal_year)) return [];
      const keys = { course: edition.course_code, country: country_code };
      return [{ one: id, amount: persons, person: id, persons, keys }];
    });
  return {
    TRAINING_PARTICIPANTS: {
      kind: "FLOW",
      dimensions: ["course", "country"],
      isDistinct: false,
      isProtected: true,
      things: trained,
    },
    TRAINING_COUNTRIES: {
      kind: "FLOW",
      dimensions: ["course"],
      isDistinct: true,
      isProtected: true,
      things: (period) => trained(period).map(asCountry),
    },
  };
}

async function readInvitations(tables: RecordTables): Promise<Record<string, NaiveMeasure>> {
  const invitations = await tables.read<Invitation>("invitation");
  const visits: NaiveMeasure["things"] = (period, seesAll) =>
    invitations
      .filter((one) => one.state === "VISITED" && isSeen(one, seesAll))
      .filter((one) =>
        isOf(period, one.visit_ends_on ?? `${one.fiscal_year + 1}-03-31`, one.fiscal_year),
      )
      .map((one) => ({
        ...nobody,
        one: one.id,
        amount: one.persons ?? 0,
        keys: { invitationProgram: one.program, country: one.country_code },
      }));
  return {
    INVITED_PERSONS: {
      kind: "FLOW",
      dimensions: ["invitationProgram", "country"],
      isDistinct: false,
      isProtected: false,
      things: visits,
    },
    INVITED_COUNTRIES: {
      kind: "FLOW",
      dimensions: ["invitationProgram"],
      isDistinct: true,
      isProtected: false,
      things: (period, seesAll) => visits(period, seesAll).map(asCountry),
    },
  };
}

function asCountry(thing: CountedThing): CountedThing {
  return { ...thing, one: thing.keys["country"] ?? "", amount: 1 };
}

const countries = ["TH", "VN", "KR", "CN", "PH", "ID"];
const networks = ["ACCSM", "ACCSM_PLUS3", "CJK_PPN"];
const kinds = ["CONFERENCE", "SYMPOSIUM", "WORKSHOP", "HEADS_MEETING"];
const agencies = ["JP-NPA", "KR-MPM", "TH-OCSC"];
const courses = ["SENIOR_PERSONNEL_MANAGEMENT", "PERSONNEL_ADMINISTRATION"];

/** Published and recorded events with who took part, training with participants, and invitations. */
function randomCooperation(draw: Draw): RowsByTable {
  const events = numbered(draw.int(20, 70), (index) => randomEvent(draw, index));
  const editions = numbered(draw.size(3, 16), (index) => randomEdition(draw, index));
  return new Map<string, readonly object[]>([
    ["network_event", events],
    ["network_event_participation", events.flatMap(({ id }) => participationsIn(draw, id))],
    ["training_edition", editions],
    ["training_participation", editions.flatMap(({ id }) => trainedIn(draw, id))],
    ["invitation", numbered(draw.int(20, 70), (index) => randomInvitation(draw, index))],
  ]);
}

function numbered<Row>(length: number, row: (index: number) => Row): Row[] {
  return Array.from({ length }, (_unused, index) => row(index));
}

const source = "npa-mansfield";

function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < "04-01" ? year - 1 : year;
}

/** An event that a source states, perhaps to the month or year alone, or one that the office recorded. */
function randomEvent(draw: Draw, index: number) {
  const source_id = draw.perhaps(0.6, () => source);
  const day = draw.day();
  const state =
    source_id === null
      ? draw.skewed(["HELD", "PLANNED", "CANCELLED"])
      : draw.one(["HELD", "HELD", "HELD", "PLANNED", "CANCELLED", null]);
  return {
    id: `event-${index}`,
    network_code: draw.skewed(networks),
    kind: draw.skewed(kinds),
    title: `Event ${index}`,
    ...(source_id === null && state === "HELD"
      ? timeTo("day", day)
      : timeTo(draw.one(precisions), day)),
    country_code: draw.perhaps(0.8, () => draw.skewed(countries)),
    format: draw.perhaps(0.7, () => draw.one(["IN_PERSON", "ONLINE"])),
    host_agency_code: draw.perhaps(0.6, () => draw.skewed(agencies)),
    state,
    cancelled_on: state === "CANCELLED" ? day : null,
    cancellation_reason: state === "CANCELLED" ? "A typhoon" : null,
    source_id,
  };
}

const precisions = ["day", "day", "day", "month", "year", "none"] as const;

function timeTo(precision: (typeof precisions)[number], day: string) {
  const year = day.slice(0, 4);
  const month = day.slice(0, 7);
  const nextMonth = new Date(`${month}-01T00:00:00Z`);
  nextMonth.setUTCMonth(nextMonth.getUTCMonth() + 1);
  const [starts_on, starts_earliest, starts_latest, fiscal_year] = {
    day: [day, day, day, fiscalYearOf(day)],
    month: [
      month,
      `${month}-01`,
      addDays(nextMonth.toISOString().slice(0, 10), -1),
      fiscalYearOf(day),
    ],
    year: [year, `${year}-01-01`, `${year}-12-31`, null],
    none: [null, null, null, null],
  }[precision];
  return { starts_on, starts_earliest, starts_latest, fiscal_year };
}

function participationsIn(draw: Draw, event: string) {
  return draw.some(countries, 6).map((country_code, index) => ({
    event_id: event,
    country_code,
    position: index + 1,
    as_guest: draw.chance(0.3),
    persons: draw.perhaps(0.5, () => draw.int(1, 9)),
    removed_on: draw.perhaps(0.15, () => draw.day()),
  }));
}

function randomEdition(draw: Draw, index: number) {
  const starts_on = draw.day();
  return {
    id: `edition-${index}`,
    course_code: draw.skewed(courses),
    fiscal_year: fiscalYearOf(starts_on),
    edition: index + 1,
    starts_on,
    ends_on: addDays(starts_on, draw.int(0, 40)),
  };
}

function trainedIn(draw: Draw, edition: string) {
  return draw.some(countries, 5).map((country_code) => ({
    id: `${edition}-${country_code}`,
    edition_id: edition,
    country_code,
    persons: draw.skewed([1, 0, 2, 3, 5, 8]),
  }));
}

/** An invitation that a source states, perhaps without the days and the persons, or one that the office recorded. */
function randomInvitation(draw: Draw, index: number) {
  const source_id = draw.perhaps(0.5, () => source);
  const visitStart = draw.day();
  const state = draw.skewed(["VISITED", "INVITED", "ACCEPTED", "DECLINED"]);
  const isDated = state === "VISITED" && (source_id === null || draw.chance(0.6));
  const persons = draw.int(1, 9);
  return {
    id: `invitation-${index}`,
    program: draw.skewed(["SENIOR_OFFICIALS", "ASIAN_EXPERTS"]),
    fiscal_year: fiscalYearOf(visitStart),
    country_code: draw.skewed(countries),
    agency_code: `agency-${index}`,
    persons: source_id === null ? persons : draw.perhaps(0.4, () => persons),
    state,
    invited_on: source_id === null ? "2017-01-01" : null,
    answered_on: source_id === null && state !== "INVITED" ? "2017-02-01" : null,
    visit_starts_on: isDated ? visitStart : null,
    visit_ends_on: isDated ? addDays(visitStart, draw.int(0, 9)) : null,
    source_id,
  };
}
