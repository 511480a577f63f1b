import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { fellowship } from "../fellowship";
import { Office } from "../office.fixture";
import { Corrections } from "./corrections.fixture";

let subgraph: TestSubgraph;
let office: Office;
let corrections: Corrections;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
  corrections = await Corrections.of(subgraph, office);
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const program = "MIKE_MANSFIELD";
const idOf = (number: number) => `${program}-${number}`;
const cohortOf = async (number: number) => {
  const { data } = await subgraph.execute(
    `query ($number: Int!) { cohort(program: "${program}", number: $number) {
       id version startsOn endsOn fiscalYear { year } fellows { nodes { id } }
       phaseSchedule { phase { code } } } }`,
    { number },
  );
  return data["cohort"];
};

it.each<[string, object, string, object]>([
  [
    "first day",
    { startsOn: "2022-10-01" },
    "fiscalYear 2023 → 2022, startsOn 2023-04-01 → 2022-10-01",
    { startsOn: "2022-10-01", endsOn: "2024-03-31", fiscalYear: { year: 2022 } },
  ],
  [
    "last day",
    { endsOn: "2024-09-30" },
    "endsOn 2024-03-31 → 2024-09-30",
    { startsOn: "2023-04-01", endsOn: "2024-09-30", fiscalYear: { year: 2023 } },
  ],
])("has another %s once it is put right", async (_what, input, changed, shown) => {
  const { id, number } = await office.cohort();
  await corrections.make("correctCohort", { id, ...input });
  expect(await corrections.changesOf(id)).toEqual([`correctCohort: ${changed}`]);
  expect(await cohortOf(Number(number))).toMatchObject({ version: 2, ...shown });
});

it("has another number, with which its fellows and phases go along and are counted", async () => {
  const { id, number } = await office.cohort();
  const fellow = await office.fellow(id);
  await office.make("schedulePhase", {
    ...{ cohort: id, phase: "PLACEMENT", from: "2023-05-01", to: "2023-06-01" },
  });
  const after = await corrections.make("correctCohort", { id, number: 700 });
  expect(after).toMatchObject({ id: idOf(700), number: 700, version: 2, startsOn: "2023-04-01" });
  expect(await cohortOf(700)).toMatchObject({
    fellows: { nodes: [{ id: fellow.id }] },
    phaseSchedule: [{ phase: { code: "PLACEMENT" } }],
  });
  expect(await cohortOf(Number(number))).toBeNull();
  expect(await corrections.changesOf(fellow.id)).toEqual([
    `correctCohort: cohort ${id} → ${idOf(700)}`,
  ]);
  const count = (cohort: unknown) =>
    corrections.count("FELLOWS", "2024-03-31", { cohort: { eq: cohort } });
  expect(await count(700)).toBe(1);
  const [gone] = await corrections.changesOf(id);
  expect(gone).toContain(`number ${String(number)} → null`);
  const [made] = await corrections.changesOf(idOf(700));
  expect(made).toContain("number null → 700");
  await office.make("withdrawFellow", { id: fellow.id, lastDay: "2023-06-01", reason: "Moved." });
});

it("was never opened", async () => {
  const { id, number } = await office.cohort();
  expect(await corrections.make("takeBackCohort", { id })).toMatchObject({ id, number });
  expect(await cohortOf(Number(number))).toBeNull();
  const [change] = await corrections.changesOf(id);
  expect(change).toContain("startsOn 2023-04-01 → null");
  await office.make("openCohort", {
    ...{ program, number, startsOn: "2023-04-01", endsOn: "2024-03-31" },
  });
});

describe("is not put right", () => {
  it("where what is in it would lie outside; the refusal names it", async () => {
    const { id } = await office.cohort();
    const { id: fellow } = await office.fellow(id);
    const way = (field: string, input: object) =>
      corrections.wayOf("correctCohort", field, { id, ...input });
    expect(await way("endsOn", { startsOn: "2022-04-01", endsOn: "2023-02-01" })).toMatch(
      /^Expected a period that holds 2023-03-01, a day of fellow T-\d+, .+ Take it back, or put it right, first\.$/,
    );
    await office.placement(fellow, { from: "2023-05-01", to: "2024-04-01" });
    expect(await way("startsOn", { startsOn: "2023-05-02" })).toContain("2023-05-01");
    await way("endsOn", { endsOn: "2024-03-30" });
    expect(await corrections.refused("correctCohort", { id, endsOn: "2023-03-31" })).toEqual([
      "INVALID_PERIOD endsOn",
    ]);
  });

  it("to a number that is used, or none, or a program that is not", async () => {
    const { id } = await office.cohort();
    const { number } = await office.cohort();
    const refused = (input: object) => corrections.refused("correctCohort", { id, ...input });
    expect(await refused({ number })).toEqual(["COHORT_EXISTS number"]);
    expect(await refused({ number: 28 })).toEqual(["COHORT_EXISTS number"]);
    expect(await refused({ number: 0 })).toEqual(["INVALID_NUMBER number"]);
    expect(await refused({ program: "NONE" })).toEqual(["UNKNOWN_PROGRAM program"]);
    expect(await refused({ number: 800, reason: "" })).toEqual(["INVALID_TEXT reason"]);
  });

  it("to another program unless it is empty", async () => {
    await office.owner.query(`
      INSERT INTO fellowship_program (code, position, name_en, sending_country_code, host_country_code, source_id)
      VALUES ('OTHER', 9, 'Other', 'FR', 'JP', 'seed-npa')`);
    const { id, number } = await office.cohort();
    const { id: fellow } = await office.fellow(id);
    const input = { id, program: "OTHER" };
    expect(await corrections.wayOf("correctCohort", "program", input)).toMatch(
      /found fellow T-\d+\. Take it back/,
    );
    await corrections.make("takeBackFellow", { id: fellow });
    const { id: schedule } = await office.make("schedulePhase", {
      ...{ cohort: id, phase: "PLACEMENT", from: "2023-05-01", to: "2023-06-01" },
    });
    expect(await corrections.wayOf("correctCohort", "program", input)).toContain(
      "found PLACEMENT from 2023-05-01 to before 2023-06-01. Take it back",
    );
    await corrections.make("takeBackPhaseSchedule", { id: schedule });
    expect(await corrections.make("correctCohort", input)).toMatchObject({
      id: `OTHER-${String(number)}`,
    });
  });

  it("or taken back where a source states it, or nobody has it", async () => {
    for (const mutation of ["correctCohort", "takeBackCohort"] as const) {
      const refused = (input: object) => corrections.refused(mutation, input);
      expect(await refused({ id: idOf(28) })).toEqual(["PUBLISHED_FACT id"]);
      expect(await refused({ id: "none" })).toEqual(["NOT_FOUND id"]);
      const { id } = await office.cohort();
      expect(await refused({ id, expectedVersion: 9 })).toEqual([
        "VERSION_CONFLICT expectedVersion",
      ]);
    }
  });

  it("or taken back with fellows or phases in it", async () => {
    const { id } = await office.cohort();
    const { id: fellow } = await office.fellow(id);
    const way = () => corrections.wayOf("takeBackCohort", "id", { id });
    expect(await way()).toMatch(/with 1, found fellow T-\d+\. Take it back/);
    await corrections.make("takeBackFellow", { id: fellow });
    const { id: schedule } = await office.make("schedulePhase", {
      ...{ cohort: id, phase: "PLACEMENT", from: "2023-05-01", to: "2023-06-01" },
    });
    expect(await way()).toContain("found PLACEMENT from 2023-05-01 to before 2023-06-01");
    await corrections.make("takeBackPhaseSchedule", { id: schedule });
    await corrections.make("takeBackCohort", { id });
  });
});

it("is put right once by 50 who do so at once, and the others learn of it", async () => {
  const record = await office.cohort();
  const counts = await corrections.race("correctCohort", record, (index) => ({
    endsOn: `2024-05-${String((index % 30) + 1).padStart(2, "0")}`,
  }));
  expect(counts).toEqual({ OK: 1, VERSION_CONFLICT: 49 });
  expect(await corrections.changesOf(record.id)).toHaveLength(1);
});

it("is taken back, or has the fellow who is admitted at the same moment", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await office.cohort();
    const [taken, admitted] = await Promise.all([
      corrections.send("takeBackCohort", { id }),
      office.send("admitFellow", office.fellowValues(id)),
    ]);
    const codes = [taken, admitted].map(({ userErrors }) =>
      userErrors.map(({ code }) => code).join(),
    );
    expect([
      ["", "NOT_FOUND"],
      ["STANDS_IN_THE_WAY", ""],
    ]).toContainEqual(codes);
  }
});

it("has another number while its fellows are changed, and none is lost", async () => {
  for (let round = 0; round < 3; round += 1) {
    const { id } = await office.cohort();
    const fellows = [await office.fellow(id), await office.fellow(id), await office.fellow(id)];
    const outcomes = await Promise.all([
      corrections.send("correctCohort", { id, number: 900 + round }),
      ...fellows.map(({ id: fellow }) =>
        office.send("completeFellowship", { id: fellow, lastDay: "2024-01-31" }),
      ),
    ]);
    expect(outcomes.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const { rows } = await office.owner.query(
      "SELECT FROM fellow WHERE cohort_id = $1 AND status = 'COMPLETED'",
      [idOf(900 + round)],
    );
    expect(rows).toHaveLength(3);
  }
});
