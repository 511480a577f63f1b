import type { Draw } from "../../../test/support/statistics/draw";
import type { CountedThing } from "../../../test/support/statistics/naive-count";
import type { RecordTables, RowsByTable } from "../../../test/support/statistics/record-tables";
import {
  describeStatistics,
  type NaiveMeasure,
} from "../../../test/support/statistics/statistics-property";
import { isOf, lastDayOf, type Period } from "../../../test/support/statistics/statistics-query";
import { addDays } from "../../kit/demo/days";
import { recruitment } from "../recruitment";
import { recruitmentMeasures } from "./recruitment.measures";

describeStatistics({
  definition: recruitment,
  measures: recruitmentMeasures,
  dimensions: {
    round: { selection: "round { year }", type: "integer", values: ["1948"] },
    category: {
      selection: "category { code }",
      type: "enum",
      order: ["PRODUCER", "PROJECT_MANAGER", "SERVICE_DESIGNER", "ENGINEER"],
    },
    categoriesHeld: {
      selection: "categoriesHeld",
      type: "enum",
      order: ["ONE", "SEVERAL"],
      isInternal: true,
    },
    stage: { selection: "stage", type: "enum", values: ["SUBMITTED", "WITHDRAWN", "TRAINED"] },
    municipality: { selection: "municipality { code }", type: "text", values: ["473821"] },
    prefecture: { selection: "prefecture { code }", type: "text", values: ["47"] },
  },
  rows: randomCandidates,
  read: readMeasures,
});

interface Application {
  id: string;
  applicant_id: string;
  fiscal_year: number;
  received_at: Date;
  stage: string;
}

interface ApplicationCategory {
  application_id: string;
  category_code: string;
}

interface Transition {
  application_id: string;
  stage: string;
  effective_on: string;
}

interface Dated {
  from_date: string;
  to_date: string | null;
}

interface Registration extends Dated {
  id: string;
  applicant_id: string;
  application_id: string;
  category_code: string;
}

interface Engagement extends Dated {
  id: string;
  registration_id: string;
  applicant_id: string;
  municipality_code: string;
  cancelled_on: string | null;
}

interface Municipality {
  code: string;
  prefecture_code: string;
}

async function readMeasures(tables: RecordTables): Promise<Record<string, NaiveMeasure>> {
  const applications = await tables.read<Application>("application");
  const appliedFor = await tables.read<ApplicationCategory>("application_category");
  const selectedIn = await tables.read<ApplicationCategory>("selected_category");
  const transitions = await tables.read<Transition>("stage_transition");
  return {
    APPLICATIONS: {
      kind: "FLOW",
      dimensions: ["round", "category", "stage"],
      isDistinct: false,
      several: ["category"],
      isProtected: true,
      things: (period) =>
        applications
          .filter((one) => isOf(period, dayInJapan(one.received_at), one.fiscal_year))
          .flatMap((one) =>
            inEach(codesOf(one, appliedFor), (category) => ({
              ...aboutApplicant(one),
              one: one.id,
              keys: { round: String(one.fiscal_year), category, stage: one.stage },
            })),
          ),
    },
    SELECTED: reached("SELECTED", applications, selectedIn, transitions),
    TRAINED: reached("TRAINED", applications, selectedIn, transitions),
    ...(await readPersonnel(tables, applications)),
  };
}

/** Persons, once however often they came to a stage. */
function reached(
  stage: string,
  applications: readonly Application[],
  selectedIn: readonly ApplicationCategory[],
  transitions: readonly Transition[],
): NaiveMeasure {
  return {
    kind: "FLOW",
    dimensions: ["round", "category", "categoriesHeld"],
    isDistinct: true,
    isProtected: true,
    things: (period) =>
      applications
        .filter((one) => {
          const transition = transitions.find(
            (other) => other.application_id === one.id && other.stage === stage,
          );
          return transition && isOf(period, transition.effective_on, one.fiscal_year);
        })
        .flatMap((one) => {
          const codes = codesOf(one, selectedIn);
          return inEach(codes, (category) => ({
            ...aboutApplicant(one),
            one: one.applicant_id,
            keys: {
              round: String(one.fiscal_year),
              category,
              categoriesHeld: heldOf(codes.length),
            },
          }));
        }),
  };
}

async function readPersonnel(
  tables: RecordTables,
  applications: readonly Application[],
): Promise<Record<string, NaiveMeasure>> {
  const registrations = await tables.read<Registration>("registration");
  const engagements = await tables.read<Engagement>("engagement");
  const municipalities = await tables.read<Municipality>("municipality");
  const roundOf = ({ application_id }: Registration) =>
    applications.find(({ id }) => id === application_id)?.fiscal_year ?? null;
  const thingOf = (
    one: Registration,
    held: (other: Registration) => boolean,
  ): Omit<CountedThing, "one"> => ({
    ...aboutApplicant(one),
    keys: {
      round: String(roundOf(one)),
      category: one.category_code,
      categoriesHeld: heldOf(registrations.filter(held).length),
    },
  });
  const onTheList = (period: Period) =>
    registrations
      .filter((one) => isInForce(one, period))
      .map((one) => ({
        ...thingOf(
          one,
          (other) => other.applicant_id === one.applicant_id && isInForce(other, period),
        ),
        id: one.id,
      }));
  const ofPersons = {
    dimensions: ["round", "category", "categoriesHeld"],
    isDistinct: true,
    isProtected: true,
  };
  return {
    ADDED: {
      ...ofPersons,
      kind: "FLOW",
      things: (period) =>
        registrations
          .filter((one) => isOf(period, one.from_date, roundOf(one)))
          .map((one) => ({
            ...thingOf(one, (other) => other.application_id === one.application_id),
            one: one.applicant_id,
          })),
    },
    REGISTERED_PERSONS: {
      ...ofPersons,
      kind: "STOCK",
      things: (period) => onTheList(period).map((thing) => ({ ...thing, one: thing.person })),
    },
    REGISTRATIONS: {
      kind: "STOCK",
      dimensions: ["round", "category"],
      isInternal: true,
      isDistinct: false,
      isProtected: true,
      things: (period) => onTheList(period).map((thing) => ({ ...thing, one: thing.id })),
    },
    ENGAGEMENTS: {
      kind: "STOCK",
      dimensions: ["category", "municipality", "prefecture"],
      isDistinct: false,
      isProtected: true,
      things: (period) =>
        engagements
          .filter((one) => one.cancelled_on === null && isInForce(one, period))
          .map((one) => ({
            ...aboutApplicant(one),
            one: one.id,
            keys: {
              category:
                registrations.find(({ id }) => id === one.registration_id)?.category_code ?? null,
              municipality: one.municipality_code,
              prefecture:
                municipalities.find(({ code }) => code === one.municipality_code)
                  ?.prefecture_code ?? null,
            },
          })),
    },
  };
}

function aboutApplicant({ applicant_id }: { readonly applicant_id: string }) {
  return { amount: 1, person: applicant_id, persons: 1 };
}

/** What stands in each category, or in that which is not known. */
function inEach(
  codes: readonly string[],
  thing: (category: string | null) => CountedThing,
): CountedThing[] {
  return (codes.length === 0 ? [null] : codes).map(thing);
}

function codesOf({ id }: Application, rows: readonly ApplicationCategory[]): string[] {
  return rows
    .filter(({ application_id }) => application_id === id)
    .map(({ category_code }) => category_code);
}

function heldOf(categories: number): string | null {
  if (categories === 0) return null;
  return categories === 1 ? "ONE" : "SEVERAL";
}

function isInForce({ from_date, to_date }: Dated, period: Period): boolean {
  const day = lastDayOf(period);
  return from_date <= day && (to_date === null || to_date > day);
}

function dayInJapan(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

const categories = ["PRODUCER", "PROJECT_MANAGER", "SERVICE_DESIGNER", "ENGINEER"];
const municipalities = ["131016", "131024", "011002", "271004", "012025"];

/** The stages an application can have gone through, but the first. */
const paths = [
  [],
  ["EVALUATED"],
  ["WITHDRAWN"],
  ["EVALUATED", "REJECTED"],
  ["EVALUATED", "SELECTED"],
  ["EVALUATED", "SELECTED", "WITHDRAWN"],
  ["EVALUATED", "SELECTED", "TRAINING_FAILED"],
  ["EVALUATED", "SELECTED", "TRAINING_FAILED", "TRAINED"],
  ["EVALUATED", "SELECTED", "TRAINED"],
  ["EVALUATED", "SELECTED", "TRAINED", "WITHDRAWN"],
  ["EVALUATED", "SELECTED", "TRAINED", "REGISTERED"],
  ["EVALUATED", "SELECTED", "TRAINED", "REGISTERED"],
  ["EVALUATED", "SELECTED", "TRAINED", "REGISTERED"],
  ["EVALUATED", "SELECTED", "TRAINED", "REGISTERED"],
];

/** Rounds, applicants of one or several of them, and what came of it, up to engagements. */
function randomCandidates(draw: Draw): RowsByTable {
  const rounds = draw.some([2018, 2019, 2020, 2021, 2022, 2023], 6);
  const applicants = Array.from({ length: draw.size(30, 90) }, (_unused, index) => ({
    id: `applicant-${index}`,
    applicant_number: `A${index}`,
    name: `Applicant ${index}`,
    name_kana: "アプリカント",
  }));
  const candidates = applicants.flatMap(({ id }) =>
    draw.some(rounds, Math.min(3, rounds.length)).map((round) => candidate(draw, id, round)),
  );
  const registrations = candidates.reduce<RandomRegistration[]>(
    (before, one) => [...before, ...registrationsOf(draw, one, before)],
    [],
  );
  return new Map<string, readonly object[]>([
    ["solicitation", rounds.map(solicitation)],
    ["applicant", applicants],
    ["application", candidates.map(({ application }) => application)],
    ["application_category", candidates.flatMap(({ appliedFor }) => appliedFor)],
    ["selected_category", candidates.flatMap(({ selected }) => selected)],
    ["stage_transition", candidates.flatMap(({ transitions }) => transitions)],
    ["registration", registrations],
    ["engagement", registrations.flatMap((one) => engagementsOf(draw, one))],
  ]);
}

function solicitation(fiscalYear: number) {
  return {
    fiscal_year: fiscalYear,
    agency_code: "JP-MIC",
    opens_on: `${fiscalYear}-04-01`,
    closes_on: `${fiscalYear + 1}-03-31`,
  };
}

type Candidate = ReturnType<typeof candidate>;

/** An application with its stages. Now and then its categories are not on record. */
function candidate(draw: Draw, applicant: string, round: number) {
  const id = `application-${applicant}-${round}`;
  const path = draw.one(paths);
  const received = draw.day(draw.int(round, round + 1));
  const appliedFor = draw.chance(0.95) ? draw.some(categories, 3) : [];
  const isSelected = path.includes("SELECTED") && appliedFor.length > 0;
  const selected = isSelected && draw.chance(0.95) ? draw.some(appliedFor, 3) : [];
  let day = received;
  const transitions = ["SUBMITTED", ...path].map((stage, index) => {
    if (index > 0 && draw.chance(0.7)) day = addDays(day, draw.int(1, 200));
    return {
      application_id: id,
      number: index + 1,
      stage,
      effective_on: day,
      recorded_at: "2024-06-01T00:00:00Z",
    };
  });
  const isDecided = path.some((stage) => ["REJECTED", "SELECTED"].includes(stage));
  return {
    application: {
      id,
      applicant_id: applicant,
      fiscal_year: round,
      // The first and last instant of a day in Japan, and noon.
      received_at: `${received}T${draw.one(["00:00:00", "23:59:59", "12:00:00"])}+09:00`,
      stage: path.at(-1) ?? "SUBMITTED",
      decided_on: isDecided ? day : null,
    },
    appliedFor: appliedFor.map((code) => ({ application_id: id, category_code: code })),
    selected: selected.map((code) => ({ application_id: id, category_code: code })),
    transitions,
    lastDay: day,
  };
}

interface RandomRegistration {
  readonly id: string;
  readonly applicant_id: string;
  readonly application_id: string;
  readonly category_code: string;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly removal_reason: string | null;
}

/** A person is registered in each selected category on which it is not on the list already, mostly on one day. */
function registrationsOf(
  draw: Draw,
  { application, selected, lastDay }: Candidate,
  before: readonly RandomRegistration[],
): RandomRegistration[] {
  if (application.stage !== "REGISTERED") return [];
  return selected.flatMap(({ category_code }) => {
    const from_date = draw.chance(0.85) ? lastDay : addDays(lastDay, draw.int(1, 60));
    const to_date = draw.perhaps(0.5, () => draw.dayAfter(from_date));
    const isTaken = before.some(
      (other) =>
        other.applicant_id === application.applicant_id &&
        other.category_code === category_code &&
        other.from_date < (to_date ?? "9999") &&
        from_date < (other.to_date ?? "9999"),
    );
    const one = {
      id: `registration-${application.id}-${category_code}`,
      applicant_id: application.applicant_id,
      application_id: application.id,
      category_code,
      from_date,
      to_date,
      removal_reason: to_date === null ? null : "At own wish",
    };
    return isTaken ? [] : [one];
  });
}

/** Engagements that are open, agreed up to a day, ended before it, or cancelled before they began. */
function engagementsOf(draw: Draw, { id, applicant_id, from_date }: RandomRegistration) {
  return Array.from({ length: draw.int(0, 3) }, (_unused, index) => {
    const from = draw.chance(0.5) ? from_date : draw.dayAfter(from_date);
    const agreed = draw.perhaps(0.7, () => draw.dayAfter(from));
    const ended =
      agreed === null
        ? null
        : draw.perhaps(0.3, () => draw.dayWithin(addDays(from, 1), addDays(agreed, 1)));
    const cancelled = draw.perhaps(0.15, () => addDays(from, -draw.int(1, 30)));
    return {
      id: `engagement-${id}-${index}`,
      registration_id: id,
      applicant_id,
      municipality_code: draw.skewed(municipalities),
      role: `Adviser of ${id} ${index}`,
      days_per_month: draw.int(1, 31),
      from_date: from,
      agreed_to_date: agreed,
      to_date: ended ?? agreed,
      end_reason: ended === null ? null : "By agreement",
      cancelled_on: cancelled,
      cancellation_reason: cancelled === null ? null : "No budget",
    };
  });
}
