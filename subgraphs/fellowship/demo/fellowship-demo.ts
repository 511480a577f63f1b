import { everyCopy, syntheticId } from "../../kit/demo/copies";
import type { DemoRecords, DemoTable } from "../../kit/demo/demo-records";
import { randomOfUnitedStates } from "../../kit/demo/random";
import { cohorts, phasesOf } from "./cohorts";
import { makeFellows } from "./fellows";
import { fellowshipMeasures } from "../statistics/fellowship.measures";

const fellows = makeFellows();
const placements = fellows.flatMap((fellow, place) =>
  fellow.placements.map((placement) => ({ ...placement, fellow: place })),
);
const program = "MIKE_MANSFIELD";

/**
 * Synthetic fellows of cohorts 1 to 28 and their placements. Counted, they give the 208 published by sending agency, the
 * published sizes of cohorts 12, 21 to 24 and 26, and the published sums up to the 12th (80) and the 21st (140).
 * Nothing else that is published is matched: the 29th cohort has no fellows here, and the sums given as about so many
 * or at least so many contradict these. Cohorts that no source states are added as synthetic ones with made-up dates.
 *
 * Copies share the cohorts and their schedules.
 */
export const fellowshipDemo: DemoRecords = {
  counted: "fellows",
  inOneCopy: fellows.length,
  measures: fellowshipMeasures,
  tables: (copies) => [cohortTable, scheduleTable, fellowTable(copies), placementTable(copies)],
};

const cohortTable: DemoTable = {
  table: "cohort",
  columns: [
    ...["id", "synthetic", "program_code", "number", "starts_on", "starts_earliest"],
    ...["starts_latest", "ends_on", "ends_latest", "fiscal_year", "note"],
  ],
  *rows() {
    for (const { id, number, year, source } of cohorts) {
      if (source !== "MADE_UP") continue;
      const [start, end] = [`${year}-07-01`, `${year + 1}-06-30`];
      const note = "Dates are made up for demonstration.";
      yield [id, true, program, number, start, start, start, end, end, year, note];
    }
  },
};

/** Published cohorts with dates may begin later than our phases, and get none. */
const scheduleTable: DemoTable = {
  table: "phase_schedule",
  columns: ["id", "synthetic", "cohort_id", "program_code", "phase_code", "from_date", "to_date"],
  *rows() {
    for (const cohort of cohorts) {
      if (cohort.source === "PUBLISHED") continue;
      for (const [index, { phase, from, to }] of phasesOf(cohort).entries()) {
        const id = syntheticId("phase-schedule", cohort.number * 10 + index, 0);
        yield [id, true, cohort.id, program, phase, from, to];
      }
    }
  },
};

function fellowTable(copies: number): DemoTable {
  return {
    table: "fellow",
    columns: [
      ...["id", "synthetic", "fellow_number", "name", "cohort_id", "sending_agency_code"],
      ...["status", "admitted_on", "completed_on"],
    ],
    *rows() {
      const random = randomOfUnitedStates(28);
      for (const { base: entry, copy } of everyCopy(fellows.entries(), copies)) {
        const [index, { cohort, number, sender, admittedOn, completedOn }] = entry;
        const name = `${random.person.firstName()} ${random.person.lastName()}`;
        const id = syntheticId("fellow", index, copy);
        const fellowNumber = `SYN-${cohort.number}-${number}-${copy}`;
        yield [
          id,
          true,
          fellowNumber,
          name,
          cohort.id,
          sender,
          "COMPLETED",
          admittedOn,
          completedOn,
        ];
      }
    },
  };
}

function placementTable(copies: number): DemoTable {
  return {
    table: "placement",
    columns: [
      ...["id", "synthetic", "fellow_id", "host_kind", "host_agency_code", "host_name"],
      ...["from_date", "to_date"],
    ],
    *rows() {
      for (const { base: entry, copy } of everyCopy(placements.entries(), copies)) {
        const [index, { fellow, kind, agency, name, from, to }] = entry;
        const fellowId = syntheticId("fellow", fellow, copy);
        yield [syntheticId("placement", index, copy), true, fellowId, kind, agency, name, from, to];
      }
    },
  };
}
