import { areaStatistics } from "../../catalog/area-statistics";
import { agencies, codesOf, countries, foundBy } from "../../catalog/statistics/dimension-values";
import { codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { among } from "../../kit/record/by-key";
import {
  counted,
  inItsFiscalYear,
  notComputable,
  onItsDay,
  partsBy,
  partsUnknown,
} from "../../kit/statistics/figure-definition";
import type { Measure } from "../../kit/statistics/measure";
import {
  allLegalBases,
  DispatchLegalBasis,
  DispatchLegalBasisCode,
} from "../classification/dispatch-legal-basis";
import {
  allOrganizationTypes,
  DispatchOrganizationType,
  DispatchOrganizationTypeCode,
} from "../classification/dispatch-organization-type";
import { allRegions, DispatchRegion, DispatchRegionCode } from "../classification/dispatch-region";
import { Organization, organizationByCode, organizationCodes } from "../office/organization";
import { persons } from "../record/policies";

const DispatchTerm = codes(
  "DispatchTerm",
  "How long a dispatch was to be when it was ordered, in the bands of the published figures (派遣期間).",
  {
    UP_TO_1Y: "一年以内: up to one year.",
    OVER_1Y_TO_2Y: "一年を超え二年以内: over one year and up to two.",
    OVER_2Y_TO_3Y: "二年を超え三年以内: over two years and up to three.",
    OVER_3Y: "三年を超える: over three years.",
  },
);
enumFilter(DispatchTerm, "DispatchTermFilter");

const DispatchPayRate = codes(
  "DispatchPayRate",
  "How much of the pay goes on during a dispatch (Act No. 117 of 1970, art. 5), in the bands of the published figures.",
  {
    NONE: "支給なし: none.",
    PARTIAL: "A part, 1–99 percent.",
    FULL_100: "一〇〇%: all of it.",
  },
);
enumFilter(DispatchPayRate, "DispatchPayRateFilter");

/** What is counted of dispatches on record; the database keeps what was known of them. */
const ofDispatches = {
  table: "dispatch",
  known: true,
  records: "Dispatch",
} as const satisfies Partial<Measure>;

/** On dispatch on a day: begun by then and not over, by its one end on record; entered in an index at that day. */
const onDispatch = {
  ...ofDispatches,
  time: { kind: "STOCK", on: (day) => `t.first_day <= ${day} AND t.on_dispatch_until > ${day}` },
  // An official is on one dispatch at a time (constraint dispatch_one_place): dispatches are persons.
  persons: { how: "rows" },
} as const satisfies Partial<Measure>;

/** Dispatches by what happens to them on a day; an official can be behind several. */
const happening = {
  ...ofDispatches,
  unit: "dispatches",
  counts: { how: "rows" },
  persons: { how: "distinct", of: "t.official_id" },
} as const satisfies Partial<Measure>;

const byOrganizationType = partsBy("organizationType", { rest: ["OTHER", "RESIDUAL"] });

/** What can be counted of the area's records, and which published figures that answers. */
export const { measures: dispatchMeasures, module: dispatchStatisticsModule } = areaStatistics(
  "dispatch",
  {
    about: "dispatches",
    description:
      "Dispatches counted from the office's records, as of any day or by fiscal year. These are not the published figures, which are in dispatchFigures.",
    exactWith: "dispatch:persons",
    dimensions: {
      region: {
        name: "Region",
        description: "The organization's region.",
        filter: "By region of the organization.",
        values: foundBy(() => DispatchRegion, among(allRegions), DispatchRegionCode),
        sql: "t.region_code",
        most: 20,
        order: Object.values(DispatchRegionCode),
      },
      organizationType: {
        name: "Kind of organization",
        description: "The organization's kind.",
        filter: "By kind of the organization.",
        values: foundBy(
          () => DispatchOrganizationType,
          among(allOrganizationTypes),
          DispatchOrganizationTypeCode,
        ),
        sql: "t.organization_type_code",
        most: 30,
      },
      // Everybody knows which kind, country and legal basis an organization has, so that its number would disclose others.
      organization: {
        name: "Organization",
        description: "The organization.",
        filter: "By code of the organization.",
        values: foundBy(
          () => Organization,
          (code, context) => context.load(organizationByCode, code),
        ),
        only: persons,
        sql: "t.organization_code",
        most: 5_000,
        codes: organizationCodes,
      },
      country: {
        name: "Country of duty",
        description: "The country of duty.",
        filter: "By code of the country of duty, as FR.",
        values: countries,
        sql: "t.country_code",
        within: "region",
      },
      homeAgency: {
        name: "Home agency",
        description: "The official's agency on the first day.",
        filter: "By code of the home agency on the first day, as JP-METI.",
        values: agencies,
        sql: "t.home_agency_code",
        most: 60,
      },
      legalBasis: {
        name: "Legal basis",
        description: "The provision the dispatch rests on.",
        filter: "By legal basis.",
        values: foundBy(() => DispatchLegalBasis, among(allLegalBases), DispatchLegalBasisCode),
        only: persons,
        sql: "t.legal_basis_code",
        most: 10,
      },
      term: {
        name: "Term as ordered",
        description: "How long it was to be, from its first day, before any extension.",
        filter: "By term as ordered.",
        values: codesOf(DispatchTerm),
        join: `CROSS JOIN LATERAL (SELECT coalesce(min(e.previous_to), t.planned_to) AS ordered_to
      FROM dispatch_extension e WHERE e.dispatch_id = t.id) o`,
        sql: `CASE WHEN o.ordered_to <= years_on(t.first_day, 1) THEN 'UP_TO_1Y'
      WHEN o.ordered_to <= years_on(t.first_day, 2) THEN 'OVER_1Y_TO_2Y'
      WHEN o.ordered_to <= years_on(t.first_day, 3) THEN 'OVER_2Y_TO_3Y'
      ELSE 'OVER_3Y' END`,
        most: 4,
        isKnownNowOnly: true,
        order: Object.values(DispatchTerm),
      },
      payRate: {
        name: "Share of pay",
        description: "How much of the pay goes on.",
        filter: "By how much of the pay goes on.",
        row: "How much of the pay goes on; null also where that is not known.",
        values: codesOf(DispatchPayRate),
        sql: `CASE WHEN t.pay_ratio = 0 THEN 'NONE' WHEN t.pay_ratio = 100 THEN 'FULL_100'
      WHEN t.pay_ratio IS NOT NULL THEN 'PARTIAL' END`,
        most: 4,
        order: Object.values(DispatchPayRate),
        records: "Dispatch.payRatio",
      },
    },
    measures: {
      ON_DISPATCH: {
        name: "Officials on dispatch",
        ...onDispatch,
        description: "Officials on dispatch on a day: a stock.",
        unit: "persons",
        definition:
          "Officials on dispatch under Act No. 117 of 1970 on the day: from the first day until the first day back on duty, whatever was planned. Without a return on record, a dispatch recorded after a later one had begun ends with its term.",
        counts: { how: "rows" },
        released: {
          by: [
            [],
            ["region"],
            ["organizationType"],
            ["homeAgency"],
            ["region", "country"],
            ["region", "organizationType"],
          ],
          quarterEnds: true,
        },
        linked: { flows: { in: "DEPARTURES", out: "RETURNS" } },
      },
      DEPARTURES: {
        name: "Departures",
        ...happening,
        description: "Dispatches that began: a flow.",
        definition:
          "Dispatches whose first day lies in the period. An official who left twice counts twice.",
        time: { kind: "FLOW", day: "t.started_on" },
        released: {
          by: [
            [],
            ["region"],
            ["organizationType"],
            ["homeAgency"],
            ["region", "country"],
            ["term"],
            ["payRate"],
          ],
        },
      },
      RETURNS: {
        name: "Returns",
        ...happening,
        description: "Dispatches that ended with the official's return: a flow.",
        definition:
          "Dispatches whose first day back on duty lies in the period. An official who came back twice counts twice. Without a return on record, a dispatch recorded after a later one had begun ends with its term.",
        time: { kind: "FLOW", day: "t.on_dispatch_until" },
        released: {
          by: [[], ["region"], ["organizationType"], ["homeAgency"], ["region", "country"]],
        },
      },
      SENDING_AGENCIES: {
        name: "Sending agencies",
        ...onDispatch,
        description: "Home agencies of the officials on dispatch on a day: a stock of agencies.",
        unit: "agencies",
        definition:
          "Agencies that officials on dispatch on the day belonged to on their first day; each counts once.",
        counts: { how: "distinct", of: "t.home_agency_code" },
        dimensions: {
          region: {},
          organizationType: {},
          organization: {},
          country: {},
          legalBasis: {},
        },
        released: { by: [[], ["region"], ["organizationType"]] },
        linked: { groupsOf: { measure: "ON_DISPATCH", dimension: "homeAgency" } },
      },
    },
    // The day of the earliest record of each table.
    earliest: { dispatch: "SELECT min(started_on) FROM dispatch" },
    // How the figures that were published are counted.
    figures: {
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
    },
  },
);
