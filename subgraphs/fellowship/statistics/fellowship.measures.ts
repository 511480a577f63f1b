import { areaStatistics } from "../../catalog/area-statistics";
import { agencies, codesOf, numbers, recordsOf } from "../../catalog/statistics/dimension-values";
import { counted, notComputable, onAnyDay, partsBy } from "../../kit/statistics/figure-definition";
import { FellowStatus } from "../cohort/fellow";
import { HostKind } from "../cohort/placement";
import { FellowshipProgram, programCodes } from "../program/fellowship-program";

const mostCohorts = 200;

/** The numbers of all cohorts that a caller reads. */
const cohortNumbers = {
  sql: "SELECT number::text AS code FROM cohort GROUP BY number ORDER BY number",
};

/** The page that counts cohorts 1 to 28 has no date: they had all come by the end of FY2024, and no other. */
const dayOf28thCohort = "2025-03-31";

const about = "The source says about so many: an exact number neither agrees nor differs.";

/** What can be counted of the area's records, and which published figures that answers. */
export const { measures: fellowshipMeasures, module: fellowshipStatisticsModule } = areaStatistics(
  "fellowship",
  {
    about: "fellowships",
    description:
      "Fellows and placements counted from the office's records, as of any day or by fiscal year. These are not the published figures, which are in fellowshipFigures.",
    exactWith: "fellowship:persons",
    dimensions: {
      program: {
        name: "Program",
        description: "The program.",
        filter: "By code of the program.",
        values: recordsOf(FellowshipProgram),
        sql: "c.program_code",
        most: 10,
        codes: programCodes,
      },
      cohort: {
        name: "Cohort",
        description: "The number of the cohort.",
        filter: "By number of the cohort.",
        values: numbers,
        sql: "c.number",
        most: mostCohorts,
        codes: cohortNumbers,
        within: "program",
      },
      sendingAgency: {
        name: "Sending agency",
        description: "The agency that the fellow came from.",
        filter: "By code of the sending agency, as US-DOD.",
        values: agencies,
      },
      status: {
        name: "Status today",
        description: "How far the fellowship has come today.",
        filter: "By status today.",
        values: codesOf(FellowStatus),
        sql: "t.status",
        most: 3,
      },
      hostKind: {
        name: "Kind of host",
        description: "What kind of host.",
        filter: "By kind of host.",
        values: codesOf(HostKind),
        sql: "t.host_kind",
        most: 3,
      },
      hostAgency: {
        name: "Host agency",
        description: "The agency that is the host; null for other hosts.",
        filter: "By code of the host agency.",
        values: agencies,
        sql: "t.host_agency_code",
        within: "hostKind",
      },
    },
    measures: {
      FELLOWS: {
        name: "Fellows",
        description:
          "Fellows: by fiscal year those of the cohorts that came in it, as of a day all admitted by then.",
        unit: "persons",
        definition:
          "Fellows admitted, whether they completed the fellowship or not; by fiscal year, in that in which their cohort began in Japan, or in none where that is not known.",
        table: "fellow",
        join: "JOIN cohort c ON c.id = t.cohort_id",
        time: { kind: "FLOW", day: "t.admitted_on", fiscalYear: "c.fiscal_year" },
        counts: { how: "rows" },
        persons: { how: "rows" },
        records: "Fellow",
        dimensions: {
          ...{ program: {}, cohort: {}, sendingAgency: { sql: "t.sending_agency_code" } },
          status: {},
        },
        released: { by: [[], ["sendingAgency"], ["program", "cohort"]] },
      },
      // A fellow is in one place at a time (constraint placement_one_at_a_time).
      PLACEMENTS: {
        name: "Placements",
        description: "Placements with hosts on a day: a stock.",
        unit: "placements",
        definition:
          "Placements of fellows with hosts that go on on the day, without those cancelled before they began.",
        table: "placement",
        join: "JOIN fellow f ON f.id = t.fellow_id JOIN cohort c ON c.id = f.cohort_id",
        where: "t.cancelled_on IS NULL",
        time: { kind: "STOCK", on: (day) => `t.valid @> ${day}` },
        counts: { how: "rows" },
        persons: { how: "distinct", of: "t.fellow_id" },
        records: "Placement",
        dimensions: {
          ...{ program: {}, cohort: {}, sendingAgency: { sql: "f.sending_agency_code" } },
          ...{ hostKind: {}, hostAgency: {} },
        },
        released: { by: [[], ["sendingAgency"], ["hostKind"]] },
        linked: { cameBy: "FELLOWS" },
      },
    },
    // The day of the earliest record of each table.
    earliest: {
      fellow: `SELECT least(min(f.admitted_on), make_date(min(c.fiscal_year), 4, 1))
    FROM fellow f JOIN cohort c ON c.id = f.cohort_id`,
      placement: "SELECT min(from_date) FROM placement",
    },
    // How the figures that were published are counted.
    figures: {
      fellows_cumulative: counted({
        measure: "FELLOWS",
        time: ({ day }) => ({ from: null, to: day ?? dayOf28thCohort, fiscalYear: null }),
        parts: {
          sending_agency: partsBy("sendingAgency", { codeOf: ({ agencyCode }) => agencyCode }),
        },
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
    },
  },
);
