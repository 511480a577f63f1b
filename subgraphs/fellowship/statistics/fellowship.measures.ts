import type { AreaMeasures, Dimension } from "../../kit/statistics/measure";

const mostCohorts = 200;
const mostAgencies = 150;

const ofFellow = (fellow: string) =>
  ({
    program: { sql: "c.program_code", type: "text", most: 10 },
    cohort: { sql: "c.number", type: "integer", most: mostCohorts },
    sendingAgency: { sql: `${fellow}.sending_agency_code`, type: "text", most: mostAgencies },
  }) satisfies Record<string, Dimension>;

/** What is counted of fellowships: whom, and when. */
export const fellowshipMeasures: AreaMeasures = {
  FELLOWS: {
    unit: "persons",
    definition:
      "Fellows admitted, whether they completed the fellowship or not; by fiscal year, in that in which their cohort began in Japan.",
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
      hostAgency: { sql: "t.host_agency_code", type: "text", most: mostAgencies },
    },
  },
};
