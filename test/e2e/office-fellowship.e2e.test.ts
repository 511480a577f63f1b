import { startTestGraph, type TestGraph } from "../support/graph";
import { made, type MadeNode, refusalCodes } from "../support/mutate";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const codesOf = (name: string, input: object, selection: string) =>
  refusalCodes(graph, name, input, selection);

describe("the office that runs the fellowship", () => {
  let cohort: MadeNode;
  let fellow: MadeNode;
  const place = (from: string, to: string, more: object = {}) => ({
    fellow: fellow.id,
    hostKind: "AGENCY",
    hostAgency: "JP-METI",
    from,
    to,
    ...more,
  });

  it("opens a cohort, once, and schedules its phases in order", async () => {
    const open = {
      program: "MIKE_MANSFIELD",
      number: 90,
      startsOn: "2024-07-01",
      endsOn: "2025-06-30",
    };
    cohort = await made(
      graph,
      "openCohort",
      open,
      "cohort { id version startsOn fiscalYear { year } source { id } }",
    );
    expect(cohort).toMatchObject({
      id: "MIKE_MANSFIELD-90",
      startsOn: "2024-07-01",
      fiscalYear: { year: 2024 },
      source: null,
    });
    expect(await codesOf("openCohort", { ...open, number: 28 }, "cohort { id }")).toEqual([
      "COHORT_EXISTS",
    ]);
    const { data } = await graph.execute<{
      fellowshipProgram: { phases: { code: string }[] };
    }>(`{ fellowshipProgram(code: "MIKE_MANSFIELD") { phases { code } } }`);
    const [first, second] = data.fellowshipProgram.phases;
    const phase = (code: string | undefined, from: string, to: string) => ({
      cohort: cohort.id,
      phase: code,
      from,
      to,
    });
    const schedule = "phaseSchedule { id version }";
    await made(graph, "schedulePhase", phase(first?.code, "2024-07-01", "2024-09-01"), schedule);
    expect(
      await codesOf("schedulePhase", phase(second?.code, "2024-08-31", "2025-07-01"), schedule),
    ).toEqual(["OVERLAPPING_PHASES"]);
    await made(graph, "schedulePhase", phase(second?.code, "2024-09-01", "2025-07-01"), schedule);
  });

  it("admits a fellow of a sending agency", async () => {
    const admit = {
      fellowNumber: "E2E-F1",
      name: "Test Fellow",
      cohort: cohort.id,
      sendingAgency: "US-DOD",
      admittedOn: "2024-05-01",
    };
    expect(
      await codesOf("admitFellow", { ...admit, sendingAgency: "JP-METI" }, "fellow { id }"),
    ).toEqual(["NOT_A_SENDING_AGENCY"]);
    fellow = await made(graph, "admitFellow", admit, "fellow { id version }");
  });

  it("places the fellow at one host at a time, inside the cohort's period", async () => {
    const placement = "placement { id version }";
    expect(await codesOf("placeFellow", place("2024-06-30", "2025-01-01"), placement)).toEqual([
      "OUTSIDE_COHORT_PERIOD",
    ]);
    await made(graph, "placeFellow", place("2024-09-01", "2025-04-01"), placement);
    const elsewhere = { hostKind: "DIET_OFFICE", hostAgency: null, hostName: "試験議員事務所" };
    expect(
      await codesOf("placeFellow", place("2025-03-31", "2025-07-01", elsewhere), placement),
    ).toEqual(["OVERLAPPING_PLACEMENT"]);
    await made(graph, "placeFellow", place("2025-04-01", "2025-07-01", elsewhere), placement);
    expect(await codesOf("placeFellow", place("2025-07-01", "2025-07-02"), placement)).toEqual([
      "OUTSIDE_COHORT_PERIOD",
      "OUTSIDE_COHORT_PERIOD",
    ]);
  });

  it("completes the fellowship, and says where the fellow was on any day, through both agencies", async () => {
    await made(
      graph,
      "completeFellowship",
      { id: fellow.id, lastDay: "2025-06-30", expectedVersion: fellow.version },
      "fellow { id version status }",
    );
    expect(
      await codesOf(
        "withdrawFellow",
        { id: fellow.id, lastDay: "2025-06-30", reason: "No." },
        "fellow { id }",
      ),
    ).toEqual(["FELLOWSHIP_COMPLETED"]);
    const { data } = await graph.execute(
      `{ agency(code: "JP-METI") {
           march: placementsHosted(asOf: "2025-03-31") { nodes { fellow { sendingAgency { code } } } }
           april: placementsHosted(asOf: "2025-04-01") { nodes { id } } }
         country(code: "US") { fellows { nodes { name cohort { number } status } } } }`,
    );
    expect(data).toEqual({
      agency: {
        march: { nodes: [{ fellow: { sendingAgency: { code: "US-DOD" } } }] },
        april: { nodes: [] },
      },
      country: {
        fellows: { nodes: [{ name: "Test Fellow", cohort: { number: 90 }, status: "COMPLETED" }] },
      },
    });
  });
});
