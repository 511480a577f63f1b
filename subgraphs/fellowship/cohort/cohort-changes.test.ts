import { withAlteredFacts } from "../../../test/support/altered-facts";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { load } from "../../kit/subgraph/database-commands";
import { fellowship } from "../fellowship";
import { Office } from "../office.fixture";

let subgraph: TestSubgraph;
let office: Office;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const program = "MIKE_MANSFIELD";
const year = { startsOn: "2023-04-01", endsOn: "2024-03-31" };

describe("openCohort", () => {
  it("opens a cohort with exact days, which no source states", async () => {
    const input = { program, number: 40, startsOn: "2024-03-31", endsOn: "2025-03-30" };
    expect(await office.make("openCohort", input)).toEqual({
      id: "MIKE_MANSFIELD-40",
      number: 40,
      version: 1,
      synthetic: false,
      startsOn: "2024-03-31",
      endsOn: "2025-03-30",
      fiscalYear: { year: 2023 },
      source: null,
    });
    await office.make("openCohort", { ...input, number: 41, startsOn: "2024-04-01" });
    const { data } = await subgraph.execute(
      `{ fiscalYears(from: 2023, to: 2024) { cohorts { number } }
         fellowshipProgram(code: "MIKE_MANSFIELD") {
           cohorts(filter: { startsOn: { gte: "2024-03-31", lte: "2024-04-01" } }) { nodes { number } } } }`,
    );
    expect(data).toEqual({
      fiscalYears: [{ cohorts: [{ number: 40 }] }, { cohorts: [{ number: 41 }] }],
      fellowshipProgram: { cohorts: { nodes: [{ number: 40 }, { number: 41 }] } },
    });
  });

  it("may open a cohort of a single day", async () => {
    const day = "2023-04-01";
    const opened = await office.cohort({ startsOn: day, endsOn: day });
    expect(opened).toMatchObject({ startsOn: day, endsOn: day });
  });

  it.each([
    ["a number that a published cohort has", { number: 28 }, ["COHORT_EXISTS number"]],
    ["a number that an opened cohort has", { number: 40 }, ["COHORT_EXISTS number"]],
    ["a number below 1", { number: 0 }, ["INVALID_NUMBER number"]],
    ["a program that does not exist", { program: "FULBRIGHT" }, ["UNKNOWN_PROGRAM program"]],
    [
      "an end before the start",
      { startsOn: "2023-04-01", endsOn: "2023-03-31" },
      ["INVALID_PERIOD endsOn"],
    ],
    [
      "days outside the fiscal years of the graph",
      { startsOn: "1948-03-31", endsOn: "2101-04-01" },
      ["INVALID_PERIOD startsOn", "INVALID_PERIOD endsOn"],
    ],
    [
      "several things at once",
      { number: -1, program: "X", endsOn: "2000-01-01" },
      ["INVALID_NUMBER number", "INVALID_PERIOD endsOn", "UNKNOWN_PROGRAM program"],
    ],
  ])("refuses %s", async (_what, values, refusals) => {
    const input = { program, number: 99, ...year, ...values };
    expect(await office.refused("openCohort", input)).toEqual(refusals);
  });

  it("opens a number once, however many ask at the same time", async () => {
    const inputs = Array.from({ length: 50 }, () => ({ program, number: 77, ...year }));
    expect(await office.race("openCohort", inputs)).toEqual({ OK: 1, COHORT_EXISTS: 49 });
  });
});

describe("rescheduleCohort", () => {
  it("moves what is given and leaves the rest", async () => {
    const { id } = await office.cohort();
    const later = await office.make("rescheduleCohort", { id, endsOn: "2024-04-01" });
    expect(later).toMatchObject({ version: 2, startsOn: "2023-04-01", endsOn: "2024-04-01" });
    const earlier = { id, startsOn: "2023-03-31", expectedVersion: 2 };
    expect(await office.make("rescheduleCohort", earlier)).toMatchObject({
      version: 3,
      startsOn: "2023-03-31",
      endsOn: "2024-04-01",
      fiscalYear: { year: 2022 },
    });
  });

  it("refuses to change what a source states", async () => {
    const input = { id: "MIKE_MANSFIELD-29", endsOn: "2026-07-31" };
    expect(await office.refused("rescheduleCohort", input)).toEqual(["PUBLISHED_FACT id"]);
  });

  it("refuses a cohort that does not exist, and one that someone has changed", async () => {
    const { id } = await office.cohort();
    expect(await office.refused("rescheduleCohort", { id: "MIKE_MANSFIELD-98" })).toEqual([
      "NOT_FOUND id",
    ]);
    expect(
      await office.refused("rescheduleCohort", { id, expectedVersion: 2, endsOn: "2024-04-30" }),
    ).toEqual(["VERSION_CONFLICT expectedVersion"]);
  });

  it("refuses an end before the start", async () => {
    const { id } = await office.cohort();
    expect(await office.refused("rescheduleCohort", { id, startsOn: "2024-04-01" })).toEqual([
      "INVALID_PERIOD endsOn",
    ]);
  });

  it("keeps every placement inside the period, to the day", async () => {
    const { id } = await office.cohort();
    const fellow = await office.fellow(id);
    await office.placement(fellow.id, { from: "2023-05-01", to: "2024-03-01" });
    expect(
      await office.refused("rescheduleCohort", {
        id,
        startsOn: "2023-05-02",
        endsOn: "2024-02-28",
      }),
    ).toEqual(["COHORT_PERIOD_IN_USE startsOn", "COHORT_PERIOD_IN_USE endsOn"]);
    const tight = { id, startsOn: "2023-05-01", endsOn: "2024-02-29" };
    expect(await office.make("rescheduleCohort", tight)).toMatchObject({ version: 2 });
  });

  it("keeps every phase and every fellow's days inside the period", async () => {
    const { id } = await office.cohort();
    await office.make("schedulePhase", {
      cohort: id,
      phase: "PLACEMENT",
      from: "2023-05-01",
      to: "2023-06-01",
    });
    const fellow = await office.fellow(id);
    await office.make("completeFellowship", { id: fellow.id, lastDay: "2023-07-31" });
    const moved = (days: object) => office.refused("rescheduleCohort", { id, ...days });
    expect(await moved({ startsOn: "2023-05-02" })).toEqual(["COHORT_PERIOD_IN_USE startsOn"]);
    expect(await moved({ endsOn: "2023-07-30" })).toEqual(["COHORT_PERIOD_IN_USE endsOn"]);
    const tight = { id, startsOn: "2023-05-01", endsOn: "2023-07-31" };
    expect(await office.make("rescheduleCohort", tight)).toMatchObject({ version: 2 });
  });
});

describe("a load of facts", () => {
  const urls = () => ({ owner: subgraph.ownerUrl, app: subgraph.appUrl });

  it("leaves what the office opened, and wins over it where a source states the cohort", async () => {
    const opened = { program, number: 27, startsOn: "2023-07-01", endsOn: "2024-06-30" };
    await office.make("openCohort", opened);
    await office.make("openCohort", { ...opened, number: 30 });
    const fellow = await office.fellow("MIKE_MANSFIELD-27");
    expect(await load(fellowship, urls())).toContainEqual({
      table: "cohort",
      inserted: 0,
      updated: 0,
      deleted: 0,
    });

    const published = {
      file: "mansfield_cohorts.csv",
      from: "28,,,,seed-npa",
      to: "27,2023-07,2024,10,seed-npa,\n28,,,,seed-npa",
    };
    await withAlteredFacts(fellowship.dataDirectory, [published], async (directory) => {
      const changes = await load(fellowship, urls(), directory);
      expect(changes).toContainEqual({ table: "cohort", inserted: 0, updated: 1, deleted: 0 });
    });
    const { data } = await subgraph.execute(
      `{ cohort(program: "MIKE_MANSFIELD", number: 27) {
           startsOn endsOn publishedFellows source { id } fellows { nodes { id } } }
         other: cohort(program: "MIKE_MANSFIELD", number: 30) { startsOn source { id } } }`,
    );
    expect(data).toEqual({
      cohort: {
        startsOn: "2023-07",
        endsOn: "2024",
        publishedFellows: 10,
        source: { id: "seed-npa" },
        fellows: { nodes: [{ id: fellow.id }] },
      },
      other: { startsOn: "2023-07-01", source: null },
    });
    const days = { id: "MIKE_MANSFIELD-27", endsOn: "2024-07-31" };
    expect(await office.refused("rescheduleCohort", days)).toEqual(["PUBLISHED_FACT id"]);
  });

  it("is refused where it would take away a cohort that has fellows", async () => {
    await expect(load(fellowship, urls())).rejects.toThrow(/fellow_of_cohort/);
  });
});
