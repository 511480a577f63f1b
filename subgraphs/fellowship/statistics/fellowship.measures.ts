import { counted, notComputable, onAnyDay, partsBy } from "../../kit/statistics/figure-definition";
import type { AreaMeasures, Dimension } from "../../kit/statistics/measure";
import { agencyCodes } from "../../catalog/agency/agency-codes";
import { programCodes } from "../program/fellowship-program";

const mostCohorts = 200;
const mostAgencies = 150;

/** The numbers of all cohorts that a caller reads. */
const cohortNumbers = {
  sql: "SELECT number::text AS code FROM cohort GROUP BY number ORDER BY number",
};

const ofFellow = (fellow: string) =>
  ({
    program: { sql: "c.program_code", type: "text", most: 10, codes: programCodes },
    cohort: {
      sql: "c.number",
      type: "integer",
      most: mostCohorts,
      codes: cohortNumbers,
      within: "program",
    },
    sendingAgency: {
      sql: `${fellow}.sending_agency_code`,
      type: "text",
      most: mostAgencies,
      codes: agencyCodes,
    },
  }) satisfies Record<string, Dimension>;

/** What is counted of fellowships: whom, and when. */
const measures = {
  FELLOWS: {
    unit: "persons",
    definition:
      "Fellows admitted, whether they completed the fellowship or not; by fiscal year, in that in which their cohort began in Japan, or in none where that is not known.",
    table: "fellow",
    join: "JOIN cohort c ON c.id = t.cohort_id",
    time: { kind: "FLOW", day: "t.admitted_on", fiscalYear: "c.fiscal_year" },
    counts: { how: "rows" },
    persons: { how: "rows" },
    records: "Fellow",
    dimensions: { ...ofFellow("t"), status: { sql: "t.status", type: "text", most: 3 } },
  },
  // A fellow is in one place at a time (constraint placement_one_at_a_time).
  PLACEMENTS: {
    unit: "placements",
    definition:
      "Placements of fellows with hosts that go on on the day, without those given up before they began.",
    table: "placement",
    join: "JOIN fellow f ON f.id = t.fellow_id JOIN cohort c ON c.id = f.cohort_id",
    where: "t.cancelled_on IS NULL",
    time: { kind: "STOCK", on: (day) => `t.valid @> ${day}` },
    counts: { how: "rows" },
    persons: { how: "distinct", of: "t.fellow_id" },
    records: "Placement",
    dimensions: {
      ...ofFellow("f"),
      hostKind: { sql: "t.host_kind", type: "text", most: 3 },
      hostAgency: {
        sql: "t.host_agency_code",
        type: "text",
        most: mostAgencies,
        codes: agencyCodes,
        within: "hostKind",
      },
    },
  },
} satisfies AreaMeasures["measures"];

/** The day of the earliest record of each table. */
const earliest = {
  fellow: `SELECT least(min(f.admitted_on), make_date(min(c.fiscal_year), 4, 1))
    FROM fellow f JOIN cohort c ON c.id = f.cohort_id`,
  placement: "SELECT min(from_date) FROM placement",
} satisfies AreaMeasures["earliest"];

/** The page that counts cohorts 1 to 28 has no date: they had all come by the end of FY2024, and no other. */
const dayOf28thCohort = "2025-03-31";

const about = "The source says about so many: an exact number neither agrees nor differs.";

/** How the figures that were published are counted. */
const figures = {
  fellows_cumulative: counted({
    measure: "FELLOWS",
    time: ({ day }) => ({ from: null, to: day ?? dayOf28thCohort, fiscalYear: null }),
    parts: { sending_agency: partsBy("sendingAgency", { codeOf: ({ agencyCode }) => agencyCode }) },
  }),
  fellows_accepted: counted({
    measure: "FELLOWS",
    time: onAnyDay,
    parts: { cohort: partsBy("cohort") },
  }),
  fellows_cumulative_approx: notComputable(about),
  fellows_cumulative_at_least: notComputable(
    "The source gives a lower bound: an exact number neither agrees nor differs.",
  ),
  fellows_completed_cumulative: notComputable(
    "The source gives no more than the year, and fellows complete the programme within years.",
  ),
} satisfies AreaMeasures["figures"];

/** What can be counted of the area's records, and which published figures that answers. */
export const fellowshipMeasures: AreaMeasures = { measures, earliest, figures };
