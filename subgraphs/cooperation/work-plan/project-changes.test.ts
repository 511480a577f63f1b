import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { cooperation } from "../cooperation";
import { type Answer, type Desk, expectRefused, openOffice } from "../office.fixture";

let office: TestSubgraph & Desk;
let planId: string;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
  const { node } = await openPlan({ title: "Work Plan 2021-2025" });
  planId = node.id;
});
afterAll(() => office.stop());

interface Stored {
  id: string;
  version: number;
}
const openPlan = (input: object): Promise<Answer<Stored>> =>
  office.run(
    "openWorkPlan",
    { network: "ACCSM", title: "Plan", from: "2021-01-01", to: "2026-01-01", ...input },
    "workPlan",
    "id version title from to network { code }",
  );
const endPlan = (input: object): Promise<Answer<Stored>> =>
  office.run("endWorkPlan", input, "workPlan", "id version to");
const selection = `id version title state stateSince proposedOn from to leadCountry { code } leadAgency { code }
  workPlan { id } stateChanges { position fromState toState changedOn reason }`;
const propose = (input: object): Promise<Answer<Stored>> =>
  office.run(
    "proposeProject",
    { workPlan: planId, title: "Project", leadCountry: "TH", proposedOn: "2022-01-10", ...input },
    "project",
    selection,
  );
const step = (input: object): Promise<Answer<Stored>> =>
  office.run("changeProjectState", input, "project", selection);
let count = 0;
const proposed = async (): Promise<Stored> => {
  count += 1;
  return (await propose({ title: `Project ${count}` })).node;
};

describe("a work plan", () => {
  it("holds from its first day to the day before its end", async () => {
    const plans = async (asOf: string) => {
      const { data } = await office.execute<{ network: { workPlans: { nodes: Stored[] } } }>(
        `query ($asOf: Date) { network(code: "ACCSM") { workPlans(asOf: $asOf) { nodes { id } } } }`,
        { asOf },
      );
      return data.network.workPlans.nodes.map(({ id }) => id);
    };
    expect(await plans("2020-12-31")).toEqual([]);
    expect(await plans("2021-01-01")).toEqual([planId]);
    expect(await plans("2025-12-31")).toEqual([planId]);
    expect(await plans("2026-01-01")).toEqual([]);
  });

  it.each([
    ["WORK_PLAN_EXISTS", "title", { title: " Work Plan 2021-2025 " }],
    ["WORK_PLAN_EXISTS", "title", { title: "Work　Plan ２０２１－2025" }],
    ["INVALID_TEXT", "title", { title: "" }],
    ["INVALID_TEXT", "title", { title: "Two\nlines" }],
    ["INVALID_TEXT", "note", { note: "" }],
    ["DATE_OUT_OF_RANGE", "from", { from: "0001-01-01" }],
    ["INVALID_PERIOD", "to", { to: "2021-01-01" }],
    ["UNKNOWN_NETWORK", "network", { network: "EU" }],
  ])("is refused with %s at %s: %j", async (code, field, input) => {
    await expectRefused(office, () => openPlan(input), code, field);
  });

  it("can share its title with one of another network", async () => {
    const other = { network: "ACCSM_PLUS3", title: "Work Plan 2021-2025" };
    expect((await openPlan(other)).userErrors).toEqual([]);
  });

  it("ends on a day that has not passed, and not before its projects do", async () => {
    const { node } = await openPlan({ title: "Open", from: "2024-01-01", to: null });
    const { id } = node;
    await propose({
      workPlan: id,
      proposedOn: "2024-02-01",
      from: "2024-04-01",
      to: "2025-04-01",
    });
    await expectRefused(office, () => endPlan({ id, on: "2025-03-31" }), "OUTSIDE_WORK_PLAN", "on");
    await expectRefused(office, () => endPlan({ id, on: "2024-01-01" }), "INVALID_PERIOD", "on");
    expect((await endPlan({ id, on: "2025-04-01" })).node).toMatchObject({ to: "2025-04-01" });
    await expectRefused(office, () => endPlan({ id, on: "2026-04-01" }), "ALREADY_ENDED", "id");
  });
});

describe("a project", () => {
  it("goes through its states, and every step is kept", async () => {
    const { node } = await propose({
      title: "Talent",
      leadAgency: "TH-OCSC",
      from: "2022-04-01",
      to: "2023-04-01",
    });
    const { id } = node;
    expect(node).toMatchObject({
      state: "PROPOSED",
      workPlan: { id: planId },
      leadAgency: { code: "TH-OCSC" },
      stateChanges: [{ position: 1, fromState: null, toState: "PROPOSED" }],
    });
    await step({ id, state: "APPROVED", on: "2022-03-01" });
    await step({ id, state: "ONGOING", on: "2022-03-01" });
    const done = await step({
      id,
      state: "COMPLETED",
      on: "2023-04-01",
      reason: "Report adopted.",
    });
    expect(done.node).toMatchObject({
      version: 4,
      state: "COMPLETED",
      stateSince: "2023-04-01",
      stateChanges: [
        { fromState: null, toState: "PROPOSED", changedOn: "2022-01-10", reason: null },
        { fromState: "PROPOSED", toState: "APPROVED", changedOn: "2022-03-01" },
        { fromState: "APPROVED", toState: "ONGOING", changedOn: "2022-03-01" },
        { fromState: "ONGOING", toState: "COMPLETED", reason: "Report adopted." },
      ],
    });
  });

  const route = ["APPROVED", "ONGOING", "COMPLETED"];
  const states = ["PROPOSED", ...route, "CANCELLED"];
  const allowed = [
    "PROPOSED APPROVED",
    "APPROVED ONGOING",
    "ONGOING COMPLETED",
    "PROPOSED CANCELLED",
    "APPROVED CANCELLED",
    "ONGOING CANCELLED",
  ];
  const forbidden = states.flatMap((before) =>
    states.map((after) => `${before} ${after}`).filter((pair) => !allowed.includes(pair)),
  );
  it.each(forbidden)("does not go from %s", async (pair) => {
    const [before = "", after = ""] = pair.split(" ");
    const { id } = await proposed();
    const way = before === "CANCELLED" ? ["CANCELLED"] : route.slice(0, route.indexOf(before) + 1);
    for (const state of way) await step({ id, state, on: "2022-02-01", reason: "As agreed." });
    const next = () => step({ id, state: after, reason: "Again." });
    await expectRefused(office, next, "ILLEGAL_STATE_CHANGE", "state");
  });

  it("is cancelled for a reason, on a day that has come and not before the last step", async () => {
    const { id } = await proposed();
    const cancel = (input: object) => () =>
      step({ id, state: "CANCELLED", on: "2022-02-01", ...input });
    await expectRefused(office, cancel({}), "REASON_REQUIRED", "reason");
    await expectRefused(office, cancel({ reason: " " }), "INVALID_TEXT", "reason");
    const early = cancel({ reason: "Funds.", on: "2022-01-09" });
    await expectRefused(office, early, "DATE_OUT_OF_ORDER", "on");
    const late = cancel({ reason: "Funds.", on: "2090-01-01" });
    await expectRefused(office, late, "DATE_IN_FUTURE", "on");
    const stale = cancel({ reason: "Funds.", expectedVersion: 5 });
    await expectRefused(office, stale, "VERSION_CONFLICT", "expectedVersion");
    expect((await cancel({ reason: "Funds." })()).userErrors).toEqual([]);
  });

  it("takes one step where several take it at once", async () => {
    const { id } = await proposed();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => step({ id, state: "APPROVED", on: "2022-02-01" })),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const [row] = await office.sql(
      "SELECT count(*)::integer AS n FROM project_state_change WHERE project_id = $1",
      [id],
    );
    expect(row).toEqual({ n: 2 });
  });

  it.each([
    ["PROJECT_EXISTS", "title", { title: " Talent" }],
    ["PROJECT_EXISTS", "title", { title: "Ｔａｌｅｎｔ" }],
    ["INVALID_TEXT", "title", { title: "" }],
    ["INVALID_TEXT", "note", { note: " " }],
    ["UNKNOWN_COUNTRY", "leadCountry", { leadCountry: "QQ" }],
    ["NOT_A_MEMBER", "leadCountry", { leadCountry: "JP" }],
    ["UNKNOWN_AGENCY", "leadAgency", { leadAgency: "TH-XX" }],
    ["AGENCY_OF_ANOTHER_COUNTRY", "leadAgency", { leadAgency: "PH-CSC" }],
    ["DATE_IN_FUTURE", "proposedOn", { proposedOn: "2090-01-01" }],
    ["OUTSIDE_WORK_PLAN", "proposedOn", { proposedOn: "2020-12-31" }],
    ["OUTSIDE_WORK_PLAN", "proposedOn", { proposedOn: "2026-01-01" }],
    ["DATE_OUT_OF_RANGE", "to", { from: "2022-04-01", to: "9999-12-31" }],
    ["INVALID_PERIOD", "to", { from: "2022-04-01", to: "2022-04-01" }],
    ["INVALID_PERIOD", "from", { to: "2022-04-01" }],
    ["OUTSIDE_WORK_PLAN", "from", { from: "2020-12-31", to: "2022-01-01" }],
    ["OUTSIDE_WORK_PLAN", "to", { from: "2022-04-01", to: "2026-01-02" }],
    ["OUTSIDE_WORK_PLAN", "from", { from: "2026-01-01" }],
    ["NOT_FOUND", "workPlan", { workPlan: "nothing" }],
  ])("is refused with %s at %s: %j", async (code, field, input) => {
    await expectRefused(office, () => propose({ title: "Other", ...input }), code, field);
  });

  it("is led into its next state by a member only", async () => {
    const member = { network: "ACCSM", country: "FJ", role: "MEMBER", from: "2022-01-01" };
    const [first, next] = [
      { ...member, to: "2022-02-01" },
      { ...member, from: "2022-03-01" },
    ];
    for (const input of [first, next])
      await office.run("joinNetwork", input, "networkMembership", "id");
    const { id } = (await propose({ title: "Islands", leadCountry: "FJ" })).node;
    const approve = (on: string) => () => step({ id, state: "APPROVED", on });
    await expectRefused(office, approve("2022-02-01"), "NOT_A_MEMBER", "on");
    expect((await approve("2022-03-01")()).userErrors).toEqual([]);
    const cancel = { id, state: "CANCELLED", on: "2022-03-02", reason: "Funds." };
    expect((await step(cancel)).userErrors).toEqual([]);
  });

  it("holds its work plan until its last step, with or without days planned", async () => {
    const { id: workPlan } = (await openPlan({ title: "Held", to: null })).node;
    const { id } = (await propose({ workPlan, title: "No days" })).node;
    const close = (on: string) => () => endPlan({ id: workPlan, on });
    await expectRefused(office, close("2022-01-10"), "OUTSIDE_WORK_PLAN", "on");
    await step({ id, state: "APPROVED", on: "2022-03-01" });
    await expectRefused(office, close("2022-03-01"), "OUTSIDE_WORK_PLAN", "on");
    await expectRefused(office, close("9999-12-31"), "DATE_OUT_OF_RANGE", "on");
    expect((await close("2022-03-02")()).userErrors).toEqual([]);
  });

  it("may last to the end of its work plan", async () => {
    const last = { title: "To the end", from: "2025-12-31", to: "2026-01-01" };
    expect((await propose(last)).userErrors).toEqual([]);
  });
});

describe("projects", () => {
  it("are listed by filter and in order, and many cost the statements of few", async () => {
    const ask = (first: number) =>
      office.execute<{ projects: { nodes: { title: string }[] } }>(
        `query ($first: Int) { projects(first: $first, filter: { network: { eq: "ACCSM" }, state: { in: [PROPOSED, COMPLETED] } },
             orderBy: [{ by: TITLE, direction: DESC }]) {
           nodes { title workPlan { title network { code } } leadCountry { code } stateChanges { toState } } } }`,
        { first },
      );
    const [few, many] = [await ask(2), await ask(50)];
    expect(many.statements.sort()).toEqual(few.statements.sort());
    expect(many.statements).toEqual([
      "Project",
      "knownCodes",
      "networkByCode",
      "stateChangesByProjectId",
      "workPlanById",
    ]);
    const titles = many.data.projects.nodes.map(({ title }) => title);
    expect(titles).toContain("Talent");
    expect(titles.length).toBeGreaterThan(5);
    expect(titles.slice(0, 2)).toEqual(few.data.projects.nodes.map(({ title }) => title));
  });

  it("of plans, countries and agencies are their own", async () => {
    const { data } = await office.execute(
      `query ($id: ID!) {
         workPlan(id: $id) { projects(filter: { title: { eq: "Talent" } }) { nodes { title } } }
         agency(code: "TH-OCSC") { projectsLed { nodes { title } } }
         countries(codes: ["PH", "TH"]) { code projectsLed(filter: { title: { eq: "Talent" } }) { totalCount } } }`,
      { id: planId },
    );
    expect(data).toEqual({
      workPlan: { projects: { nodes: [{ title: "Talent" }] } },
      agency: { projectsLed: { nodes: [{ title: "Talent" }] } },
      countries: [
        { code: "PH", projectsLed: { totalCount: 0 } },
        { code: "TH", projectsLed: { totalCount: 1 } },
      ],
    });
  });
});

it.each([
  ["project_state_change_is_allowed", "2, 'COMPLETED', 'PROPOSED', NULL"],
  ["project_state_change_is_allowed", "2, NULL, 'APPROVED', NULL"],
  ["cancelled_project_has_a_reason", "2, 'PROPOSED', 'CANCELLED', NULL"],
])("the database refuses by %s a step of %s", async (constraint, values) => {
  const { id } = await proposed();
  const insert = `INSERT INTO project_state_change (project_id, position, from_state, to_state, reason, changed_on)
    VALUES ($1, ${values}, '2025-01-01')`;
  await expect(office.sql(insert, [id])).rejects.toMatchObject({ constraint });
});

it.each([
  ["one_work_plan_a_title", "('ACCSM', 'Work Plan 2021-2025', '2021-01-01', NULL)"],
  ["work_plan_lasts_a_day", "('ACCSM', 'Short', '2021-01-01', '2021-01-01')"],
])(
  "the database refuses by %s a work plan that the code let through",
  async (constraint, values) => {
    const insert = `INSERT INTO work_plan (network_code, title, from_date, to_date) VALUES ${values}`;
    await expect(office.sql(insert)).rejects.toMatchObject({ constraint });
  },
);
