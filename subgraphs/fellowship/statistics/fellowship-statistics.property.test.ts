import type { Draw } from "../../../test/support/statistics/draw";
import type { RecordTables, RowsByTable } from "../../../test/support/statistics/record-tables";
import {
  describeStatistics,
  type NaiveMeasure,
} from "../../../test/support/statistics/statistics-property";
import { isOf, lastDayOf } from "../../../test/support/statistics/statistics-query";
import { addDays } from "../../kit/demo/days";
import { fellowship } from "../fellowship";
import { fellowshipMeasures } from "./fellowship.measures";

describeStatistics({
  definition: fellowship,
  measures: fellowshipMeasures,
  dimensions: {
    program: { selection: "program { code }", type: "text", values: ["MIKE_MANSFIELD"] },
    cohort: { selection: "cohort", type: "integer" },
    sendingAgency: {
      selection: "sendingAgency { code }",
      type: "text",
      values: ["US-NASA"],
    },
    status: { selection: "status", type: "enum", values: ["ADMITTED", "COMPLETED", "WITHDRAWN"] },
    hostKind: { selection: "hostKind", type: "enum", values: ["AGENCY", "DIET_OFFICE", "COMPANY"] },
    hostAgency: { selection: "hostAgency { code }", type: "text", values: ["US-NASA"] },
  },
  rows: randomRows,
  read: readMeasures,
});

interface Cohort {
  id: string;
  program_code: string;
  number: number;
  fiscal_year: number | null;
}

interface Fellow {
  id: string;
  cohort_id: string;
  sending_agency_code: string;
  status: string;
  admitted_on: string;
}

interface Placement {
  id: string;
  fellow_id: string;
  host_kind: string;
  host_agency_code: string | null;
  from_date: string;
  to_date: string | null;
  cancelled_on: string | null;
}

async function readMeasures(tables: RecordTables): Promise<Record<string, NaiveMeasure>> {
  const cohorts = await tables.read<Cohort>("cohort");
  const fellows = await tables.read<Fellow>("fellow");
  const placements = await tables.read<Placement>("placement");
  const cohortOf = (fellow: Fellow | undefined) =>
    cohorts.find(({ id }) => id === fellow?.cohort_id);
  const keysOf = (fellow: Fellow | undefined) => ({
    program: cohortOf(fellow)?.program_code ?? null,
    cohort: String(cohortOf(fellow)?.number),
    sendingAgency: fellow?.sending_agency_code ?? null,
  });
  return {
    FELLOWS: {
      kind: "FLOW",
      dimensions: ["program", "cohort", "sendingAgency", "status"],
      isDistinct: false,
      isProtected: true,
      things: (period) =>
        fellows
          .filter((one) => isOf(period, one.admitted_on, cohortOf(one)?.fiscal_year ?? null))
          .map((one) => ({
            one: one.id,
            amount: 1,
            person: one.id,
            persons: 1,
            keys: { ...keysOf(one), status: one.status },
          })),
    },
    PLACEMENTS: {
      kind: "STOCK",
      dimensions: ["program", "cohort", "sendingAgency", "hostKind", "hostAgency"],
      isDistinct: false,
      isProtected: true,
      things: (period) =>
        placements
          .filter(
            ({ from_date, to_date, cancelled_on }) =>
              cancelled_on === null &&
              from_date <= lastDayOf(period) &&
              (to_date === null || to_date > lastDayOf(period)),
          )
          .map((one) => ({
            one: one.id,
            amount: 1,
            person: one.fellow_id,
            persons: 1,
            keys: {
              ...keysOf(fellows.find(({ id }) => id === one.fellow_id)),
              hostKind: one.host_kind,
              hostAgency: one.host_agency_code,
            },
          })),
    },
  };
}

const programs = ["MIKE_MANSFIELD", "ANOTHER_PROGRAM"];
const sendingAgencies = ["US-DOD", "US-USDA", "US-DOE", "US-DOJ"];
const hosts = ["JP-METI", "JP-MOF", "JP-MHLW", "JP-NPA"];

function randomRows(draw: Draw): RowsByTable {
  const cohorts = programs.flatMap((program) =>
    Array.from({ length: draw.int(2, 6) }, (_unused, index) =>
      randomCohort(draw, program, index + 9),
    ),
  );
  const fellows = Array.from({ length: draw.size(40, 110) }, (_unused, index) =>
    randomFellow(draw, `fellow-${index}`, draw.skewed(cohorts).id),
  );
  return new Map<string, readonly object[]>([
    ["fellowship_program", programs.map(program)],
    ["fellowship_program_sending_agency", []],
    ["fellowship_phase", []],
    ["cohort", cohorts],
    ["fellow", fellows],
    ["placement", fellows.flatMap((one) => randomPlacements(draw, one.id))],
  ]);
}

function program(code: string, position: number) {
  return {
    code,
    position,
    name_en: code,
    sending_country_code: "US",
    host_country_code: "JP",
    source_id: "npa-mansfield",
  };
}

/** A cohort whose first day is known, or the month, or the year alone, or nothing of it. */
function randomCohort(draw: Draw, program_code: string, number: number) {
  const day = draw.day();
  const year = Number(day.slice(0, 4));
  const month = day.slice(0, 7);
  const fiscalYear = day.slice(5) < "04-01" ? year - 1 : year;
  const monthsOn = new Date(`${month}-01T00:00:00Z`);
  monthsOn.setUTCMonth(monthsOn.getUTCMonth() + 1);
  const lastOfMonth = addDays(monthsOn.toISOString().slice(0, 10), -1);
  const [starts_on, starts_earliest, starts_latest, fiscal_year] = draw.one([
    [day, day, day, fiscalYear],
    [day, day, day, fiscalYear],
    [month, `${month}-01`, lastOfMonth, fiscalYear],
    [`${year}`, `${year}-01-01`, `${year}-12-31`, null],
    [null, null, null, null],
  ] as const);
  return {
    id: `${program_code}-${number}`,
    program_code,
    number,
    starts_on,
    starts_earliest,
    starts_latest,
    fiscal_year,
    source_id: "npa-mansfield",
  };
}

function randomFellow(draw: Draw, id: string, cohort_id: string) {
  const admitted_on = draw.day();
  const status = draw.skewed(["COMPLETED", "ADMITTED", "WITHDRAWN"]);
  const ended = status === "ADMITTED" ? null : draw.dayAfter(admitted_on);
  return {
    id,
    fellow_number: id,
    name: id,
    cohort_id,
    sending_agency_code: draw.skewed(sendingAgencies),
    status,
    admitted_on,
    completed_on: status === "COMPLETED" ? ended : null,
    withdrawn_on: status === "WITHDRAWN" ? ended : null,
    withdrawal_reason: status === "WITHDRAWN" ? "Called home" : null,
  };
}

/** One after the other, the last perhaps open, and some cancelled before they began, whatever else went on. */
function randomPlacements(draw: Draw, fellow_id: string) {
  let from = draw.day();
  const count = draw.int(0, 4);
  return Array.from({ length: count }, (_unused, index) => {
    const isLast = index === count - 1;
    const cancelled = draw.perhaps(0.2, () => addDays(from, -draw.int(1, 30)));
    const isOpen = (isLast || cancelled !== null) && draw.chance(0.4);
    const to = isOpen ? null : draw.dayAfter(from);
    const host_kind = draw.skewed(["AGENCY", "DIET_OFFICE", "COMPANY"]);
    const one = {
      id: `placement-${fellow_id}-${index}`,
      fellow_id,
      host_kind,
      host_agency_code: host_kind === "AGENCY" ? draw.skewed(hosts) : null,
      host_name: host_kind === "AGENCY" ? null : "Host",
      from_date: from,
      to_date: to,
      end_reason:
        to !== null && cancelled === null ? draw.perhaps(0.3, () => "By agreement") : null,
      cancelled_on: cancelled,
      cancellation_reason: cancelled === null ? null : "No room",
    };
    if (to !== null && cancelled === null) from = draw.chance(0.6) ? to : draw.dayAfter(to);
    return one;
  });
}
