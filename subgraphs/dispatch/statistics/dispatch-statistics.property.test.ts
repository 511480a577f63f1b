import { type Draw } from "../../../test/support/statistics/draw";
import type { CountedThing } from "../../../test/support/statistics/naive-count";
import type { RecordTables, RowsByTable } from "../../../test/support/statistics/record-tables";
import {
  describeStatistics,
  type NaiveDimension,
  type NaiveMeasure,
} from "../../../test/support/statistics/statistics-property";
import { isOf, lastDayOf, type Period } from "../../../test/support/statistics/statistics-query";
import { addDays } from "../../kit/demo/days";
import { dispatch } from "../dispatch";
import { dispatchMeasures } from "./dispatch.measures";

describeStatistics({
  definition: dispatch,
  measures: dispatchMeasures,
  dimensions: {
    region: {
      selection: "region { code }",
      type: "enum",
      order: [
        "ASIA",
        "EUROPE",
        "NORTH_AMERICA",
        "AFRICA",
        "LATIN_AMERICA",
        "MIDDLE_EAST",
        "PACIFIC",
      ],
    },
    organizationType: {
      selection: "organizationType { code }",
      type: "enum",
      values: ["UNITED_NATIONS", "FOREIGN_GOVERNMENT"],
    },
    organization: {
      selection: "organization { code }",
      type: "text",
      values: ["NONE"],
      isInternal: true,
    },
    country: { selection: "country { code }", type: "text", values: ["AQ"] },
    homeAgency: { selection: "homeAgency { code }", type: "text", values: ["US-NASA"] },
    legalBasis: {
      selection: "legalBasis { code }",
      type: "enum",
      values: ["ART2_1_1", "ART2_1_2", "ART2_1_3"],
      isInternal: true,
    },
    term: {
      selection: "term",
      type: "enum",
      order: ["UP_TO_1Y", "OVER_1Y_TO_2Y", "OVER_2Y_TO_3Y", "OVER_3Y"],
    },
    payRate: { selection: "payRate", type: "enum", order: ["NONE", "PARTIAL", "FULL_100"] },
  } satisfies Record<string, NaiveDimension>,
  rows: randomRows,
  read: readMeasures,
});

interface Organization {
  code: string;
  type_code: string;
  region_code: string;
}

interface Dispatch {
  id: string;
  official_id: string;
  organization_code: string;
  legal_basis_code: string;
  country_code: string;
  planned_from: string;
  planned_to: string;
  pay_ratio: number | null;
  started_on: string | null;
  returned_on: string | null;
  followed: boolean;
}

interface Extension {
  dispatch_id: string;
  previous_to: string;
}

interface HomeAgency {
  official_id: string;
  agency_code: string;
  from_date: string;
  to_date: string | null;
}

async function readMeasures(tables: RecordTables): Promise<Record<string, NaiveMeasure>> {
  const dispatches = await tables.read<Dispatch>("dispatch");
  const extensions = await tables.read<Extension>("dispatch_extension");
  const homeAgencies = await tables.read<HomeAgency>("official_home_agency");
  const organizations = await tables.read<Organization>("organization");

  const keysOf = (one: Dispatch): CountedThing["keys"] => {
    const organization = organizations.find(({ code }) => code === one.organization_code);
    const homeAgency = homeAgencies.find(
      ({ official_id, from_date, to_date }) =>
        official_id === one.official_id &&
        from_date <= firstDayOf(one) &&
        (to_date === null || to_date > firstDayOf(one)),
    );
    return {
      region: organization?.region_code ?? null,
      organizationType: organization?.type_code ?? null,
      organization: one.organization_code,
      country: one.country_code,
      homeAgency: homeAgency?.agency_code ?? null,
      legalBasis: one.legal_basis_code,
      term: termOf(one, extensions),
      payRate: payRateOf(one),
    };
  };
  const thingOf = (one: Dispatch): CountedThing => ({
    one: one.id,
    amount: 1,
    person: one.official_id,
    persons: 1,
    keys: keysOf(one),
  });
  const onDispatch = (period: Period) =>
    dispatches
      .filter(
        (one) =>
          one.started_on !== null &&
          one.started_on <= lastDayOf(period) &&
          (backOn(one) ?? "9999-12-31") > lastDayOf(period),
      )
      .map(thingOf);
  const dimensions = Object.keys(keysOf(dispatches[0] as Dispatch));
  const ofDispatches = { dimensions, isDistinct: false, isProtected: true };
  return {
    ON_DISPATCH: {
      ...ofDispatches,
      kind: "STOCK",
      // Persons: an official on two dispatches at once would count once.
      things: (period) => onDispatch(period).map((thing) => ({ ...thing, one: thing.person })),
    },
    DEPARTURES: {
      ...ofDispatches,
      kind: "FLOW",
      things: (period) =>
        dispatches.filter(({ started_on }) => isOf(period, started_on)).map(thingOf),
    },
    RETURNS: {
      ...ofDispatches,
      kind: "FLOW",
      things: (period) => dispatches.filter((one) => isOf(period, backOn(one))).map(thingOf),
    },
    SENDING_AGENCIES: {
      kind: "STOCK",
      dimensions: ["region", "organizationType", "organization", "country", "legalBasis"],
      isDistinct: true,
      isProtected: true,
      things: (period) =>
        onDispatch(period).map((thing) => ({ ...thing, one: thing.keys["homeAgency"] ?? "" })),
    },
  };
}

/** The first day back: without a return on record, the end of the term of one recorded after a later one had begun. */
function backOn({ returned_on, followed, planned_to }: Omit<Dispatch, "id">): string | null {
  return returned_on ?? (followed ? planned_to : null);
}

function firstDayOf({ started_on, planned_from }: Dispatch): string {
  return started_on ?? planned_from;
}

/** From the first day to the end as it was before any extension; a term from 29 February ends with February. */
function termOf(one: Dispatch, extensions: readonly Extension[]): string {
  const [orderedTo = one.planned_to] = extensions
    .filter(({ dispatch_id }) => dispatch_id === one.id)
    .map(({ previous_to }) => previous_to)
    .sort();
  const yearsOn = (years: number) => {
    const day = firstDayOf(one);
    const isLeapYear = (Number(day.slice(0, 4)) + years) % 4 === 0;
    const sameDay = isLeapYear ? day.slice(4) : day.slice(4).replace("02-29", "03-01");
    return `${Number(day.slice(0, 4)) + years}${sameDay}`;
  };
  if (orderedTo <= yearsOn(1)) return "UP_TO_1Y";
  if (orderedTo <= yearsOn(2)) return "OVER_1Y_TO_2Y";
  return orderedTo <= yearsOn(3) ? "OVER_2Y_TO_3Y" : "OVER_3Y";
}

function payRateOf({ pay_ratio }: Dispatch): string | null {
  if (pay_ratio === null) return null;
  if (pay_ratio === 0) return "NONE";
  return pay_ratio === 100 ? "FULL_100" : "PARTIAL";
}

const agencies = ["JP-METI", "JP-MOF", "JP-MIC", "JP-MOJ", "JP-NPA"];
const countriesByRegion: Readonly<Record<string, readonly string[]>> = {
  EUROPE: ["FR", "CH", "AT"],
  ASIA: ["TH", "PH"],
  NORTH_AMERICA: ["US", "CA"],
  AFRICA: ["KE"],
  PACIFIC: ["FJ"],
};
const regions = Object.keys(countriesByRegion);
const basisByType = {
  UNITED_NATIONS: "ART2_1_1",
  OTHER_INTERNATIONAL_ORGANIZATION: "ART2_1_1",
  FOREIGN_GOVERNMENT: "ART2_1_2",
  RESEARCH_INSTITUTE: "ART2_1_3",
} as const;

function randomRows(draw: Draw): RowsByTable {
  const organizations = Array.from({ length: draw.int(2, 7) }, (_unused, index) => ({
    code: `ORG${index}`,
    name_en: `Organization ${index}`,
    type_code: draw.skewed(Object.keys(basisByType) as (keyof typeof basisByType)[]),
    region_code: draw.skewed(regions),
  }));
  const officials = Array.from({ length: draw.size(40, 110) }, (_unused, index) => ({
    id: `official-${index}`,
    personnel_number: `P${index}`,
    name: `Official ${index}`,
  }));
  const homeAgencies = officials.flatMap(({ id }) => randomHomeAgencies(draw, id));
  const dispatches = officials.flatMap(({ id }) => {
    const kept: RandomDispatch[] = [];
    for (let count = draw.int(1, 3); count > 0; count -= 1) {
      const one = randomDispatch(draw, id, draw.skewed(organizations), homeAgencies);
      if (one && !kept.some((other) => overlaps(one, other))) kept.push(one);
    }
    return kept;
  });
  const rows = dispatches.map((one, index) => ({ id: `dispatch-${index}`, ...one }));
  // There is one that nobody is sent to.
  const [first] = organizations;
  return new Map<string, object[]>([
    ["organization", [...organizations, { ...first, code: "NONE" }]],
    ["official", officials],
    ["official_home_agency", homeAgencies],
    ["dispatch", rows],
    ["dispatch_extension", rows.flatMap((one) => randomExtensions(draw, one))],
  ]);
}

/** An agency from long ago, and perhaps another later: often on a boundary between fiscal years. */
function randomHomeAgencies(draw: Draw, official: string): HomeAgency[] {
  const transfer = draw.perhaps(0.4, () => draw.day());
  const first = {
    official_id: official,
    agency_code: draw.skewed(agencies),
    from_date: "2000-04-01",
    to_date: transfer,
  };
  return transfer === null
    ? [first]
    : [first, { ...first, agency_code: draw.one(agencies), from_date: transfer, to_date: null }];
}

type RandomDispatch = ReturnType<typeof plannedDispatch>;

function plannedDispatch(
  draw: Draw,
  official: string,
  organization: { code: string; type_code: keyof typeof basisByType; region_code: string },
) {
  const planned_from = draw.day();
  return {
    official_id: official,
    organization_code: organization.code,
    organization_type_code: organization.type_code,
    region_code: organization.region_code,
    legal_basis_code: basisByType[organization.type_code],
    // Duty is in the region of the organization, or in Paris.
    country_code: draw.chance(0.95)
      ? draw.skewed(countriesByRegion[organization.region_code] ?? [])
      : "FR",
    home_agency_code: "",
    post: "Adviser",
    planned_from,
    planned_to: draw.dayAfter(planned_from),
    pay_ratio: draw.perhaps(0.8, () => draw.one([0, 0, 1, 70, 99, 100, 100])),
    consent_on: draw.perhaps(0.7, () => "2010-01-01"),
    npa_consulted_on: "2010-01-01",
    started_on: null as string | null,
    returned_on: null as string | null,
    cancelled_on: null as string | null,
    cancellation_reason: null as string | null,
    overstayed: false,
    followed: false,
  };
}

/** A dispatch that is planned, cancelled, under way or over, if there can be one from an agency. */
function randomDispatch(
  draw: Draw,
  official: string,
  organization: Parameters<typeof plannedDispatch>[2],
  homeAgencies: readonly HomeAgency[],
): RandomDispatch | null {
  const one = plannedDispatch(draw, official, organization);
  const begun = ["started", "followed", "returned", "returned", "returned"] as const;
  const state = draw.one(["planned", "cancelled", ...begun]);
  if (state === "cancelled") {
    Object.assign(one, { cancelled_on: draw.day(), cancellation_reason: "Not needed" });
  } else if (state !== "planned") {
    const started_on = draw.chance(0.8)
      ? one.planned_from
      : draw.dayWithin(one.planned_from, one.planned_to);
    Object.assign(one, { started_on, consent_on: "2010-01-01", followed: state === "followed" });
    if (state === "returned") Object.assign(one, randomReturn(draw, started_on, one.planned_to));
  }
  const first = one.started_on ?? one.planned_from;
  const agency = homeAgencies.find(
    ({ official_id, from_date, to_date }) =>
      official_id === official && from_date <= first && (to_date === null || to_date > first),
  );
  if (!agency) return null;
  return { ...one, home_agency_code: agency.agency_code };
}

/** On the last day as planned, before it, or too late. */
function randomReturn(draw: Draw, startedOn: string, plannedTo: string) {
  const kind = draw.int(1, 4);
  if (kind === 1) return { returned_on: draw.dayAfter(plannedTo), overstayed: true };
  if (kind === 2) return { returned_on: addDays(startedOn, 1), overstayed: false };
  return { returned_on: plannedTo, overstayed: false };
}

/** Whether the database would refuse two dispatches of an official. */
function overlaps(one: RandomDispatch, other: RandomDispatch): boolean {
  if (one.planned_from === other.planned_from) return true;
  if (one.cancelled_on !== null || other.cancelled_on !== null) return false;
  const first = (which: RandomDispatch) => which.started_on ?? which.planned_from;
  const last = (which: RandomDispatch) =>
    backOn(which) ?? (which.started_on === null ? which.planned_to : "9999-12-31");
  return first(one) < last(other) && first(other) < last(one);
}

/** What came before the end as planned now; the first extended from what had been ordered. */
function randomExtensions(
  draw: Draw,
  { id, planned_from, planned_to }: RandomDispatch & { readonly id: string },
) {
  if (!draw.chance(0.3)) return [];
  const previous_to = draw.dayWithin(addDays(planned_from, 1), addDays(planned_to, 1));
  const between = draw.dayWithin(previous_to, addDays(planned_to, 1));
  return [...new Set([previous_to, between])]
    .filter((day) => day < planned_to)
    .map((day) => ({
      dispatch_id: id,
      previous_to: day,
      new_to: planned_to,
      consent_on: "2010-01-01",
    }));
}
