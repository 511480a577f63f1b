import {
  counted,
  inItsFiscalYear,
  notComputable,
  onItsDay,
  partsBy,
  partsUnknown,
} from "../../kit/statistics/figure-definition";
import type { AreaMeasures, Measure } from "../../kit/statistics/measure";
import { DispatchRegionCode } from "../classification/dispatch-region";
import { DispatchPayRate, DispatchTerm } from "./dispatch-statistics-codes";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { organizationCodes } from "../office/organization";
import { countryCodes, mostCountries } from "../../catalog/country/country-list";

/** What dispatches can be grouped by. */
const dimensions = {
  region: {
    sql: "t.region_code",
    type: "text",
    most: 20,
    order: Object.values(DispatchRegionCode),
  },
  organizationType: { sql: "t.organization_type_code", type: "text", most: 30 },
  organization: {
    sql: "t.organization_code",
    type: "text",
    most: 5_000,
    codes: organizationCodes,
    isInternal: true,
  },
  country: {
    sql: "t.country_code",
    type: "text",
    most: mostCountries,
    codes: countryCodes,
    within: "region",
  },
  homeAgency: { sql: "t.home_agency_code", type: "text", most: 60, codes: agencyCodes },
  legalBasis: { sql: "t.legal_basis_code", type: "text", most: 10, isInternal: true },
  term: {
    join: `CROSS JOIN LATERAL (SELECT coalesce(min(e.previous_to), t.planned_to) AS ordered_to
      FROM dispatch_extension e WHERE e.dispatch_id = t.id) o`,
    sql: `CASE WHEN o.ordered_to <= years_on(t.first_day, 1) THEN 'UP_TO_1Y'
      WHEN o.ordered_to <= years_on(t.first_day, 2) THEN 'OVER_1Y_TO_2Y'
      WHEN o.ordered_to <= years_on(t.first_day, 3) THEN 'OVER_2Y_TO_3Y'
      ELSE 'OVER_3Y' END`,
    type: "text",
    most: 4,
    isKnownNowOnly: true,
    order: Object.values(DispatchTerm),
  },
  payRate: {
    sql: `CASE WHEN t.pay_ratio = 0 THEN 'NONE' WHEN t.pay_ratio = 100 THEN 'FULL_100'
      WHEN t.pay_ratio IS NOT NULL THEN 'PARTIAL' END`,
    type: "text",
    most: 4,
    order: Object.values(DispatchPayRate),
    records: "Dispatch.payRatio",
  },
} satisfies Measure["dimensions"];

const ofDispatches = (...names: (keyof typeof dimensions)[]): Measure["dimensions"] =>
  Object.fromEntries(names.map((name) => [name, dimensions[name]]));

/** On dispatch on a day: begun by then and not over, by its one end on record; entered in an index at that day. */
const onDispatch = (day: string) => `t.first_day <= ${day} AND t.on_dispatch_until > ${day}`;

/** Dispatches by what happens to them on a day; an official can be behind several. */
const happening = (day: string, definition: string): Measure => ({
  unit: "dispatches",
  definition,
  table: "dispatch",
  known: true,
  time: { kind: "FLOW", day },
  counts: { how: "rows" },
  persons: { how: "distinct", of: "t.official_id" },
  records: "Dispatch",
  dimensions,
});

/** What is counted of dispatches: of whom, and when. */
const measures = {
  // An official is on one dispatch at a time (constraint dispatch_one_place): dispatches are persons.
  ON_DISPATCH: {
    unit: "persons",
    definition:
      "Officials on dispatch under Act No. 117 of 1970 on the day: from the first day until the first day back on duty, whatever was planned. Without a return on record, a dispatch recorded after a later one had begun ends with its term.",
    table: "dispatch",
    known: true,
    time: { kind: "STOCK", on: onDispatch },
    counts: { how: "rows" },
    persons: { how: "rows" },
    records: "Dispatch",
    dimensions,
  },
  DEPARTURES: happening(
    "t.started_on",
    "Dispatches whose first day lies in the period. An official who left twice counts twice.",
  ),
  RETURNS: happening(
    "t.on_dispatch_until",
    "Dispatches whose first day back on duty lies in the period. An official who came back twice counts twice. Without a return on record, a dispatch recorded after a later one had begun ends with its term.",
  ),
  SENDING_AGENCIES: {
    unit: "agencies",
    definition:
      "Agencies that officials on dispatch on the day belonged to on their first day; each counts once.",
    table: "dispatch",
    known: true,
    time: { kind: "STOCK", on: onDispatch },
    counts: { how: "distinct", of: "t.home_agency_code" },
    persons: { how: "rows" },
    records: "Dispatch",
    dimensions: ofDispatches("region", "organizationType", "organization", "country", "legalBasis"),
  },
} satisfies AreaMeasures["measures"];

const byOrganizationType = partsBy("organizationType", { rest: ["OTHER", "RESIDUAL"] });

/** How the figures that were published are counted. */
const figures = {
  dispatch_stock: counted({
    measure: "ON_DISPATCH",
    time: onItsDay,
    parts: {
      region: partsBy("region"),
      organization_type: byOrganizationType,
      employer_type: partsUnknown(
        "The records name the agency that officials belong to, not what kind of employer it is.",
      ),
    },
    needsNamedParts: ["organization_type"],
  }),
  dispatch_departures: counted({
    measure: "DEPARTURES",
    time: inItsFiscalYear,
    parts: {
      region: partsBy("region"),
      organization_type: byOrganizationType,
      term: partsBy("term"),
      pay_rate: partsBy("payRate"),
    },
    needsNamedParts: ["organization_type"],
  }),
  dispatch_returns: counted({ measure: "RETURNS", time: inItsFiscalYear }),
  sending_ministries: counted({ measure: "SENDING_AGENCIES", time: onItsDay }),
  dispatch_returns_resigned: notComputable(
    "It is not on record whether an official left the service on return.",
  ),
  consultations_over_five_years: notComputable(
    "Of each dispatch the last consultation alone is on record, and sources count them in different units.",
  ),
} satisfies AreaMeasures["figures"];

/** What can be counted of the area's records, and which published figures that answers. */
export const dispatchMeasures: AreaMeasures = {
  measures,
  earliest: { dispatch: "SELECT min(started_on) FROM dispatch" },
  figures,
};
