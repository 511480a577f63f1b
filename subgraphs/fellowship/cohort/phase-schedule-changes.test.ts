import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { fellowship } from "../fellowship";
import { Office } from "../office.fixture";

let subgraph: TestSubgraph;
let office: Office;
let cohort: string;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
});
beforeEach(async () => {
  ({ id: cohort } = await office.cohort());
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const schedule = (phase: string, from: string, to: string | null = null) =>
  office.make("schedulePhase", { cohort, phase, from, to });
const refused = (phase: string, from: string, to: string | null = null) =>
  office.refused("schedulePhase", { cohort, phase, from, to });

describe("schedulePhase", () => {
  it("schedules phases from the first to the last day of the cohort, one beside the other", async () => {
    const first = await schedule("PRE_DEPARTURE", "2023-04-01", "2023-07-01");
    expect(first).toMatchObject({
      version: 1,
      from: "2023-04-01",
      to: "2023-07-01",
      phase: { code: "PRE_DEPARTURE", position: 1 },
      cohort: { id: cohort },
    });
    await schedule("PLACEMENT", "2023-09-01", "2024-04-01");
    await schedule("HOMESTAY_LANGUAGE", "2023-07-01", "2023-09-01");
    const { data } = await subgraph.execute(
      `{ cohorts(filter: { startsOn: { eq: "2023-04-01" } }) {
         nodes { id phaseSchedule { from to phase { code } } } } }`,
    );
    const { nodes } = data["cohorts"] as { nodes: { id: string; phaseSchedule: unknown }[] };
    expect(nodes.find(({ id }) => id === cohort)?.phaseSchedule).toEqual([
      { from: "2023-04-01", to: "2023-07-01", phase: { code: "PRE_DEPARTURE" } },
      { from: "2023-07-01", to: "2023-09-01", phase: { code: "HOMESTAY_LANGUAGE" } },
      { from: "2023-09-01", to: "2024-04-01", phase: { code: "PLACEMENT" } },
    ]);
  });

  it("refuses days outside the cohort's period, to the day", async () => {
    expect(await refused("PLACEMENT", "2023-03-31", "2023-05-01")).toEqual([
      "OUTSIDE_COHORT_PERIOD from",
    ]);
    expect(await refused("PLACEMENT", "2023-05-01", "2024-04-02")).toEqual([
      "OUTSIDE_COHORT_PERIOD to",
    ]);
    expect(await refused("PLACEMENT", "2023-05-01")).toEqual(["OUTSIDE_COHORT_PERIOD to"]);
  });

  it("takes the earliest and latest days of a published cohort, and leaves unknown ones open", async () => {
    const published = (number: number, from: string, to: string | null) =>
      office.send("schedulePhase", {
        cohort: `MIKE_MANSFIELD-${number}`,
        phase: "PLACEMENT",
        from,
        to,
      });
    const codes = async (number: number, from: string, to: string | null) =>
      (await published(number, from, to)).userErrors.map(({ code }) => code);
    expect(await codes(29, "2025-06-30", "2026-07-01")).toEqual(["OUTSIDE_COHORT_PERIOD"]);
    expect(await codes(29, "2025-07-01", "2026-07-02")).toEqual(["OUTSIDE_COHORT_PERIOD"]);
    expect(await codes(29, "2025-07-01", "2026-07-01")).toEqual([]);
    expect(await codes(12, "2007-08-31", null)).toEqual(["OUTSIDE_COHORT_PERIOD"]);
    expect(await codes(12, "2007-09-01", null)).toEqual([]);
    expect(await codes(28, "1990-01-01", null)).toEqual([]);
  });

  it("refuses a phase that is scheduled already", async () => {
    await schedule("PLACEMENT", "2023-05-01", "2023-06-01");
    expect(await refused("PLACEMENT", "2023-07-01", "2023-08-01")).toEqual([
      "PHASE_ALREADY_SCHEDULED phase",
    ]);
  });

  it("refuses a phase that the cohort's program does not have", async () => {
    await office.owner.query(`
      INSERT INTO fellowship_program (code, position, name_en, sending_country_code, host_country_code, source_id)
      VALUES ('OTHER', 9, 'Other', 'US', 'JP', 'seed-npa')`);
    const days = { number: 1, startsOn: "2023-04-01", endsOn: "2024-03-31" };
    const { id } = await office.make("openCohort", { program: "OTHER", ...days });
    const input = { cohort: id, phase: "PLACEMENT", from: "2023-05-01", to: "2023-06-01" };
    expect(await office.refused("schedulePhase", input)).toEqual(["NOT_A_PHASE_OF_PROGRAM phase"]);
  });

  it("refuses a day on which the cohort is in another phase", async () => {
    await schedule("HOMESTAY_LANGUAGE", "2023-07-01", "2023-09-01");
    expect(await refused("PLACEMENT", "2023-08-31", "2023-12-01")).toEqual([
      "OVERLAPPING_PHASES from",
    ]);
    await schedule("PLACEMENT", "2023-09-01", "2023-12-01");
  });

  it("refuses another order than the program's", async () => {
    await schedule("HOMESTAY_LANGUAGE", "2023-07-01", "2023-09-01");
    expect(await refused("PLACEMENT", "2023-06-01", "2023-07-01")).toEqual([
      "PHASE_OUT_OF_ORDER from",
    ]);
    expect(await refused("PRE_DEPARTURE", "2023-09-01", "2023-10-01")).toEqual([
      "PHASE_OUT_OF_ORDER from",
    ]);
  });

  it("refuses a period that ends on its first day, and a cohort that does not exist", async () => {
    expect(await refused("PLACEMENT", "2023-05-01", "2023-05-01")).toEqual(["INVALID_PERIOD to"]);
    const input = { cohort: "MIKE_MANSFIELD-999", phase: "PLACEMENT", from: "2023-05-01" };
    expect(await office.refused("schedulePhase", input)).toEqual(["NOT_FOUND cohort"]);
  });

  it("schedules a phase once, however many ask at the same time", async () => {
    const input = { cohort, phase: "PLACEMENT", from: "2023-05-01", to: "2023-06-01" };
    const inputs = Array.from({ length: 50 }, () => input);
    expect(await office.race("schedulePhase", inputs)).toEqual({
      OK: 1,
      PHASE_ALREADY_SCHEDULED: 49,
    });
  });
});

describe("reschedulePhase", () => {
  it("moves what is given and leaves the rest", async () => {
    const { id } = await schedule("PLACEMENT", "2023-05-01", "2023-06-01");
    const later = await office.make("reschedulePhase", { id, to: "2024-04-01" });
    expect(later).toMatchObject({ version: 2, from: "2023-05-01", to: "2024-04-01" });
    const earlier = await office.make("reschedulePhase", { id, from: "2023-04-01" });
    expect(earlier).toMatchObject({ version: 3, from: "2023-04-01", to: "2024-04-01" });
  });

  it("goes by the same rules", async () => {
    await schedule("HOMESTAY_LANGUAGE", "2023-07-01", "2023-09-01");
    const { id } = await schedule("PLACEMENT", "2023-09-01", "2023-12-01");
    const moved = (values: object) => office.refused("reschedulePhase", { id, ...values });
    expect(await moved({ from: "2023-08-31" })).toEqual(["OVERLAPPING_PHASES from"]);
    expect(await moved({ from: "2023-05-01", to: "2023-06-01" })).toEqual([
      "PHASE_OUT_OF_ORDER from",
    ]);
    expect(await moved({ to: "2024-04-02" })).toEqual(["OUTSIDE_COHORT_PERIOD to"]);
    expect(await moved({ to: null })).toEqual(["OUTSIDE_COHORT_PERIOD to"]);
    expect(await moved({ to: "2023-09-01" })).toEqual(["INVALID_PERIOD to"]);
    expect(await moved({ expectedVersion: 9 })).toEqual(["VERSION_CONFLICT expectedVersion"]);
    expect(await office.refused("reschedulePhase", { id: "none" })).toEqual(["NOT_FOUND id"]);
  });

  it("opens the end where the cohort's is not known", async () => {
    const { id } = await office.make("schedulePhase", {
      cohort: "MIKE_MANSFIELD-18",
      phase: "PLACEMENT",
      from: "2013-01-01",
      to: "2014-01-01",
    });
    const opened = await office.make("reschedulePhase", { id, to: null });
    expect(opened).toMatchObject({ version: 2, from: "2013-01-01", to: null });
  });
});
