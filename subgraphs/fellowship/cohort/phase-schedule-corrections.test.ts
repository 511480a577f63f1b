import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { fellowship } from "../fellowship";
import { Office } from "../office.fixture";
import { Corrections } from "./corrections.fixture";

let subgraph: TestSubgraph;
let office: Office;
let corrections: Corrections;
let cohort: string;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
  corrections = await Corrections.of(subgraph, office);
});
beforeEach(async () => {
  ({ id: cohort } = await office.cohort());
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const scheduled = (values: object = {}) =>
  office.make("schedulePhase", {
    ...{ cohort, phase: "HOMESTAY_LANGUAGE", from: "2023-06-01", to: "2023-09-01" },
    ...values,
  });
const schedulesOf = async (cohortId: string) => {
  const { rows } = await office.owner.query<{ shown: string }>(
    `SELECT phase_code || ' ' || from_date || ' ' || coalesce(to_date::text, 'open') AS shown
     FROM phase_schedule WHERE cohort_id = $1 ORDER BY from_date`,
    [cohortId],
  );
  return rows.map(({ shown }) => shown);
};

it.each<[string, object, string, string]>([
  [
    "first day",
    { from: "2023-05-01" },
    "from 2023-06-01 → 2023-05-01",
    "HOMESTAY_LANGUAGE 2023-05-01 2023-09-01",
  ],
  [
    "end",
    { to: "2024-04-01" },
    "to 2023-09-01 → 2024-04-01",
    "HOMESTAY_LANGUAGE 2023-06-01 2024-04-01",
  ],
  [
    "phase",
    { phase: "PLACEMENT" },
    "phase HOMESTAY_LANGUAGE → PLACEMENT",
    "PLACEMENT 2023-06-01 2023-09-01",
  ],
])("has another %s once it is put right", async (_what, input, changed, shown) => {
  const { id } = await scheduled();
  const { version } = await corrections.make("correctPhaseSchedule", { id, ...input });
  expect(version).toBe(2);
  expect(await corrections.changesOf(id)).toEqual([`correctPhaseSchedule: ${changed}`]);
  expect(await schedulesOf(cohort)).toEqual([shown]);
});

it("was another cohort's, published or opened", async () => {
  const { id } = await scheduled();
  const { id: other } = await office.cohort();
  await corrections.make("correctPhaseSchedule", { id, cohort: other });
  expect(await schedulesOf(cohort)).toEqual([]);
  expect(await schedulesOf(other)).toEqual(["HOMESTAY_LANGUAGE 2023-06-01 2023-09-01"]);
  const published = "MIKE_MANSFIELD-18";
  const opened = { id, cohort: published, from: "2013-01-01", to: null };
  expect(await corrections.make("correctPhaseSchedule", opened)).toMatchObject({
    ...{ cohort: { id: published }, to: null, synthetic: false },
  });
});

it("was never scheduled", async () => {
  const record = await scheduled();
  const { id } = record;
  expect(await corrections.make("takeBackPhaseSchedule", { id })).toMatchObject({
    ...{ id, from: record["from"] },
  });
  expect(await schedulesOf(cohort)).toEqual([]);
  const [change] = await corrections.changesOf(id);
  expect(change).toContain("from 2023-06-01 → null");
  await scheduled();
});

it("keeps the rules of the cohort's whole schedule", async () => {
  const { id } = await scheduled();
  await scheduled({ phase: "PLACEMENT", from: "2023-09-01", to: "2024-04-01" });
  const refused = (input: object) => corrections.refused("correctPhaseSchedule", { id, ...input });
  expect(await refused({ to: "2023-09-02" })).toEqual(["OVERLAPPING_PHASES from"]);
  expect(await refused({ from: "2023-03-31" })).toEqual(["OUTSIDE_COHORT_PERIOD from"]);
  expect(await refused({ to: null })).toEqual([
    ...["OUTSIDE_COHORT_PERIOD to", "OVERLAPPING_PHASES from"],
  ]);
  expect(await refused({ to: "2023-06-01" })).toEqual(["INVALID_PERIOD to"]);
  expect(await refused({ phase: "PLACEMENT" })).toEqual(["PHASE_ALREADY_SCHEDULED phase"]);
  expect(await refused({ phase: "RETURN_SERVICE" })).toEqual(["PHASE_OUT_OF_ORDER from"]);
  expect(await refused({ cohort: "MIKE_MANSFIELD-999" })).toEqual(["NOT_FOUND cohort"]);
  expect(await refused({ cohort: "MIKE_MANSFIELD-29" })).toEqual(["OUTSIDE_COHORT_PERIOD from"]);
  expect(await refused({ from: "2023-05-01", reason: " " })).toEqual(["INVALID_TEXT reason"]);
  for (const mutation of ["correctPhaseSchedule", "takeBackPhaseSchedule"] as const) {
    expect(await corrections.refused(mutation, { id: "none" })).toEqual(["NOT_FOUND id"]);
    expect(await corrections.refused(mutation, { id, expectedVersion: 9 })).toEqual([
      "VERSION_CONFLICT expectedVersion",
    ]);
  }
});

it("is put right once by 50 who do so at once, and the others learn of it", async () => {
  const record = await scheduled();
  const counts = await corrections.race("correctPhaseSchedule", record, (index) => ({
    from: `2023-05-${String((index % 30) + 1).padStart(2, "0")}`,
  }));
  expect(counts).toEqual({ OK: 1, VERSION_CONFLICT: 49 });
  expect(await corrections.changesOf(record.id)).toHaveLength(1);
});

it("is another cohort's for whoever moves its days at the same moment, or the days move first", async () => {
  const { id } = await scheduled();
  const { id: other } = await office.cohort({ startsOn: "2023-06-01", endsOn: "2023-12-31" });
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_none, index) =>
      index === 0
        ? corrections.send("correctPhaseSchedule", { id, cohort: other })
        : office.send("reschedulePhase", { id, to: `2024-01-${10 + index}` }),
    ),
  );
  const codes = new Set(outcomes.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)));
  codes.delete("VERSION_CONFLICT");
  codes.delete("OUTSIDE_COHORT_PERIOD");
  expect([...codes]).toEqual([]);
  const { rows } = await office.owner.query(
    `SELECT FROM phase_schedule s JOIN cohort c ON c.id = s.cohort_id
     WHERE s.id = $1 AND (s.from_date < c.starts_earliest OR s.to_date > c.ends_latest + 1)`,
    [id],
  );
  expect(rows).toEqual([]);
});
