import { Client } from "pg";
import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import type { Refusal } from "../kit/rules/refusal";
import { admissionConstraints, withdrawalConstraints } from "./cohort/fellow.changes";
import {
  cancellationConstraints,
  endConstraints,
  placementConstraints,
} from "./cohort/placement.changes";
import { fellowship } from "./fellowship";

let subgraph: TestSubgraph;
let owner: Client;
let app: Client;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  owner = new Client({ connectionString: subgraph.ownerUrl });
  app = new Client({ connectionString: subgraph.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  await insert("cohort", {
    ...{ id: "MIKE_MANSFIELD-50", program_code: "MIKE_MANSFIELD", number: 50, fiscal_year: 2023 },
    ...{ starts_on: "2023-04-01", starts_earliest: "2023-04-01", starts_latest: "2023-04-01" },
    ...{ ends_on: "2024-03-31", ends_latest: "2024-03-31" },
  });
  await insert("fellow", fellow);
  await insert("placement", placement);
  await insert("phase_schedule", schedule);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await subgraph.stop();
});

type Row = Readonly<Record<string, unknown>>;

const fellow: Row = {
  id: "fellow",
  fellow_number: "F-1",
  name: "Ada",
  cohort_id: "MIKE_MANSFIELD-50",
  sending_agency_code: "US-DOD",
  admitted_on: "2023-03-01",
};
const placement: Row = {
  id: "placement",
  fellow_id: "fellow",
  host_kind: "AGENCY",
  host_agency_code: "JP-MOF",
  from_date: "2023-06-01",
  to_date: "2023-09-01",
};
const schedule: Row = {
  id: "schedule",
  cohort_id: "MIKE_MANSFIELD-50",
  program_code: "MIKE_MANSFIELD",
  phase_code: "PLACEMENT",
  from_date: "2023-06-01",
  to_date: "2023-09-01",
};

async function insert(table: string, row: Row, client = owner): Promise<void> {
  const places = Object.keys(row).map((_name, index) => `$${index + 1}`);
  await client.query(
    `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`,
    Object.values(row),
  );
}

const violation = (table: string, row: Row): Promise<string> =>
  insert(table, row).then(
    () => "nothing",
    (error: unknown) => (error as { constraint?: string }).constraint ?? String(error),
  );

describe("the database refuses by itself", () => {
  const another = { id: "another" };
  const cohort = { id: "X-1", program_code: "MIKE_MANSFIELD", number: 51 };
  const second = { ...fellow, ...another, fellow_number: "F-2" };
  const later = { ...placement, ...another, from_date: "2023-10-01", to_date: "2023-11-01" };
  const homestay = { ...schedule, ...another, phase_code: "HOMESTAY_LANGUAGE" };
  const early = { from_date: "2023-05-01", to_date: "2023-06-01" };

  it.each<[what: string, table: string, row: Row, constraint: string]>([
    ["a recorded cohort without days", "cohort", cohort, "cohort_recorded_to_the_day"],
    [
      "an end without its last day",
      "cohort",
      { ...cohort, source_id: "seed-npa", ends_on: "2024" },
      "cohort_end_known_or_not",
    ],
    [
      "a cohort that ends before it begins",
      "cohort",
      {
        ...{ ...cohort, source_id: "seed-npa", ends_on: "2023", ends_latest: "2023-12-31" },
        ...{ starts_on: "2024", starts_earliest: "2024-01-01", starts_latest: "2024-12-31" },
      },
      "cohort_ends_after_start",
    ],
    ["a number twice", "fellow", { ...second, fellow_number: "F-1" }, "fellow_number_once"],
    ["an empty number", "fellow", { ...second, fellow_number: "" }, "fellow_number_form"],
    ["an empty name", "fellow", { ...second, name: " \t" }, "fellow_name_is_text"],
    ["a cohort nobody knows", "fellow", { ...second, cohort_id: "X" }, "fellow_of_cohort"],
    ["another status", "fellow", { ...second, status: "ALUMNUS" }, "fellow_status_known"],
    [
      "a status without its day",
      "fellow",
      { ...second, status: "COMPLETED" },
      "fellow_status_fits_days",
    ],
    [
      "a day without its status",
      "fellow",
      { ...second, completed_on: "2024-03-31" },
      "fellow_status_fits_days",
    ],
    [
      "a withdrawal without a reason",
      "fellow",
      { ...second, status: "WITHDRAWN", withdrawn_on: "2024-03-31" },
      "fellow_withdrawal_has_reason",
    ],
    [
      "an end before admission",
      "fellow",
      { ...second, status: "COMPLETED", completed_on: "2023-02-28" },
      "fellow_ends_after_admission",
    ],
    [
      "two placements on a day",
      "placement",
      { ...later, from_date: "2023-08-31" },
      "placement_one_at_a_time",
    ],
    ["a placement of nobody", "placement", { ...later, fellow_id: "X" }, "placement_of_fellow"],
    [
      "another kind of host",
      "placement",
      { ...later, host_kind: "NGO", host_agency_code: null, host_name: "X" },
      "placement_host_kind_known",
    ],
    [
      "a host of two kinds",
      "placement",
      { ...later, host_name: "MOF" },
      "placement_host_fits_kind",
    ],
    [
      "an empty host",
      "placement",
      { ...later, host_kind: "COMPANY", host_agency_code: null, host_name: "" },
      "placement_host_name_is_text",
    ],
    [
      "a placement of no day",
      "placement",
      { ...later, to_date: "2023-10-01" },
      "placement_ends_after_start",
    ],
    [
      "a reason for an end without an end",
      "placement",
      { ...later, to_date: null, end_reason: "Moved." },
      "placement_ended_has_end",
    ],
    ["an empty reason", "placement", { ...later, end_reason: " " }, "placement_end_reason_is_text"],
    [
      "a cancellation without a reason",
      "placement",
      { ...later, cancelled_on: "2023-09-30" },
      "placement_cancellation_has_reason",
    ],
    [
      "a cancellation on the first day",
      "placement",
      { ...later, cancelled_on: "2023-10-01", cancellation_reason: "No." },
      "placement_cancelled_before_start",
    ],
    [
      "a cancellation of what was ended",
      "placement",
      {
        ...{ ...later, end_reason: "Moved." },
        ...{ cancelled_on: "2023-09-30", cancellation_reason: "No." },
      },
      "placement_ended_or_cancelled",
    ],
    [
      "a phase twice",
      "phase_schedule",
      { ...schedule, ...another, ...early },
      "phase_schedule_once",
    ],
    ["two phases on a day", "phase_schedule", homestay, "phase_schedule_without_overlap"],
    [
      "a phase of no day",
      "phase_schedule",
      { ...homestay, from_date: "2023-05-01", to_date: "2023-05-01" },
      "phase_schedule_ends_after_start",
    ],
    [
      "a phase of another program than the cohort's",
      "phase_schedule",
      { ...homestay, ...early, program_code: "X" },
      "phase_schedule_of_cohort",
    ],
  ])("%s", async (_what, table, row, constraint) => {
    expect(await violation(table, row)).toBe(constraint);
  });

  it("a period that ends before it begins", async () => {
    expect(await violation("placement", { ...later, to_date: "2023-09-30" })).toMatch(/range/);
  });

  it("but not placements that meet, or lie where one was cancelled", async () => {
    await insert("placement", { ...later, id: "next", from_date: "2023-09-01" });
    const cancelled = { cancelled_on: "2023-05-31", cancellation_reason: "No." };
    await insert("placement", { ...placement, id: "cancelled", ...cancelled });
  });
});

describe("what the database refuses of a text", () => {
  it.each<[name: string, constraints: Record<string, Refusal>, names: string[]]>([
    ["admitFellow", admissionConstraints, ["fellow_name_is_text"]],
    [
      "withdrawFellow",
      withdrawalConstraints,
      [
        ...["fellow_withdrawal_has_reason", "placement_end_reason_is_text"],
        "placement_cancellation_has_reason",
      ],
    ],
    ["placeFellow", placementConstraints, ["placement_host_name_is_text"]],
    ["endPlacement", endConstraints, ["placement_end_reason_is_text"]],
    ["cancelPlacement", cancellationConstraints, ["placement_cancellation_has_reason"]],
  ])("is said to the caller of %s", (_name, constraints, names) => {
    for (const name of names) expect(constraints[name]).toMatchObject({ code: "INVALID_TEXT" });
  });

  it("and of a number, to the caller of admitFellow", () => {
    expect(admissionConstraints.fellow_number_form).toMatchObject({ code: "INVALID_CODE" });
  });
});

describe("the restricted role", () => {
  it.each<[string, Row]>([
    ["placement", { ...placement, id: "alone", from_date: "2024-01-01", to_date: "2024-02-01" }],
    ["fellow", { ...fellow, id: "alone", fellow_number: "F-9" }],
    [
      "phase_schedule",
      {
        ...schedule,
        id: "alone",
        phase_code: "HOMESTAY_LANGUAGE",
        from_date: "2023-04-01",
        to_date: "2023-04-02",
      },
    ],
    [
      "cohort",
      {
        ...{ id: "alone", program_code: "MIKE_MANSFIELD", number: 51, fiscal_year: 2023 },
        ...{ starts_on: "2023-04-01", starts_earliest: "2023-04-01", starts_latest: "2023-04-01" },
        ...{ ends_on: "2024-03-31", ends_latest: "2024-03-31" },
      },
    ],
  ])("removes from %s with a reason on record alone", async (table, row) => {
    await insert(table, row);
    const note = (record: string, reason: string) =>
      `INSERT INTO change_record (actor, request_id, action, record_type, record_id, changes, reason)
       VALUES ('a', 'r', 'x', '${table}', '${record}', '{}', ${reason})`;
    const remove = `DELETE FROM ${table} WHERE id = 'alone'`;
    const run = (...statements: string[]) =>
      app.query(`BEGIN; ${statements.join("; ")}; COMMIT`).then(
        () => "done",
        async (error: unknown) => {
          await app.query("ROLLBACK");
          return (error as Error).message;
        },
      );
    const refusal = `DELETE of ${table} alone needs a reason on record`;
    expect(await run(remove)).toBe(refusal);
    expect(await run(remove, note("alone", "NULL"))).toBe(refusal);
    expect(await run(remove, note("another", "'Wrong.'"))).toBe(refusal);
    expect(await run(remove, note("alone", "'Wrong.'"))).toBe("done");
  });

  it("may not write what only the facts say", async () => {
    await expect(app.query("UPDATE fellowship_program SET name_en = 'X'")).rejects.toThrow(
      /permission denied/,
    );
  });
});
