import { startTestGraph, type TestGraph } from "../support/graph";
import { made, type MadeNode, refusalCodes } from "../support/mutate";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const codesOf = (name: string, input: object, selection: string) =>
  refusalCodes(graph, name, input, selection);

describe("the office that runs networks, training and invitations", () => {
  it("takes in a member, appoints it chair, and ends the membership the day another begins", async () => {
    const join = { network: "CJK_PPN", country: "MN", role: "MEMBER", from: "2024-04-01" };
    const membership = await made(graph, "joinNetwork", join, "networkMembership { id version }");
    expect(await codesOf("joinNetwork", join, "networkMembership { id }")).toEqual([
      "ALREADY_A_MEMBER",
    ]);
    const chair = (from: string) => ({
      network: "CJK_PPN",
      edition: 90,
      country: "MN",
      from,
      to: "2025-04-01",
    });
    expect(await codesOf("appointChair", chair("2024-03-31"), "networkChair { id }")).toEqual([
      "NOT_A_MEMBER",
    ]);
    await made(graph, "appointChair", chair("2024-04-01"), "networkChair { id version }");
    await made(
      graph,
      "endMembership",
      { id: membership.id, on: "2026-04-01", expectedVersion: 1 },
      "networkMembership { to version }",
    );
    await made(
      graph,
      "joinNetwork",
      { ...join, from: "2026-04-01", role: "OBSERVER" },
      "networkMembership { id version }",
    );
    const { data } = await graph.execute(
      `{ country(code: "MN") {
           march: networkMemberships(asOf: "2026-03-31") { role }
           april: networkMemberships(asOf: "2026-04-01") { role } } }`,
    );
    expect(data).toEqual({
      country: { march: [{ role: "MEMBER" }], april: [{ role: "OBSERVER" }] },
    });
  });

  it("plans an event in the fiscal year of its first day, holds it with participants and a presentation", async () => {
    const event = await made<MadeNode & { fiscalYear: { year: number } }>(
      graph,
      "planEvent",
      {
        network: "CJK_PPN",
        kind: "SYMPOSIUM",
        edition: 90,
        title: "Test Symposium",
        startsOn: "2025-03-31",
        endsOn: "2025-04-01",
        country: "JP",
        city: "Tokyo",
        format: "IN_PERSON",
        hostAgency: "JP-NPA",
      },
      "networkEvent { id version state fiscalYear { year } }",
    );
    expect(event).toMatchObject({ state: "PLANNED", fiscalYear: { year: 2024 } });
    const participation = (country: string, asGuest: boolean) => ({
      event: event.id,
      add: [{ country, asGuest, persons: 3 }],
    });
    const selection = "networkEvent { id version }";
    expect(await codesOf("recordParticipation", participation("FR", false), selection)).toEqual([
      "NOT_A_MEMBER",
    ]);
    await made(graph, "recordParticipation", participation("FR", true), selection);
    await made(graph, "recordParticipation", participation("KR", false), selection);
    await made(
      graph,
      "addPresentation",
      { event: event.id, country: "KR", title: "Engagement in public service" },
      "networkEventPresentation { id version }",
    );
    await made(graph, "confirmEventHeld", { id: event.id }, "networkEvent { id version state }");
    const { data } = await graph.execute(
      `query ($id: ID!) { networkEvent(id: $id) { state participatingCountries { code } presentations { title country { code } } } }`,
      { id: event.id },
    );
    expect(data).toEqual({
      networkEvent: {
        state: "HELD",
        participatingCountries: [{ code: "FR" }, { code: "KR" }],
        presentations: [{ title: "Engagement in public service", country: { code: "KR" } }],
      },
    });
  });

  it("leads a project of a work plan through its states, and no other way", async () => {
    const plan = await made(
      graph,
      "openWorkPlan",
      { network: "ACCSM_PLUS3", title: "Test plan", from: "2024-04-01", to: "2027-04-01" },
      "workPlan { id version }",
    );
    const project = await made(
      graph,
      "proposeProject",
      { workPlan: plan.id, title: "Test project", leadCountry: "JP", proposedOn: "2024-05-01" },
      "project { id version state }",
    );
    const step = (state: string, on: string) => ({ id: project.id, state, on });
    expect(
      await codesOf("changeProjectState", step("COMPLETED", "2024-06-01"), "project { id }"),
    ).toEqual(["ILLEGAL_STATE_CHANGE"]);
    for (const [state, on] of [
      ["APPROVED", "2024-06-01"],
      ["ONGOING", "2024-07-01"],
      ["COMPLETED", "2025-03-31"],
    ] as const) {
      await made(graph, "changeProjectState", step(state, on), "project { id version state }");
    }
    const { data } = await graph.execute<{ project: { stateChanges: object[] } }>(
      `query ($id: ID!) { project(id: $id) { stateChanges { toState changedOn } } }`,
      { id: project.id },
    );
    expect(data.project.stateChanges).toHaveLength(4);
  });

  it("holds a training edition with participants by country, and invites senior officials", async () => {
    const { data: courses } = await graph.execute<{ trainingCourses: { code: string }[] }>(
      "{ trainingCourses { code } }",
    );
    const edition = await made(
      graph,
      "openTrainingEdition",
      {
        course: courses.trainingCourses[0]?.code,
        fiscalYear: 2024,
        edition: 90,
        startsOn: "2024-11-01",
        endsOn: "2024-11-20",
        place: "東京",
      },
      "trainingEdition { id version }",
    );
    for (const [country, persons] of [
      ["LA", 2],
      ["VN", 3],
    ] as const) {
      await made(
        graph,
        "recordTrainingParticipants",
        { trainingEdition: edition.id, country, persons },
        "trainingParticipation { id version }",
      );
    }
    await made(
      graph,
      "closeTrainingEdition",
      { id: edition.id },
      "trainingEdition { id version participantCount }",
    );
    expect(
      await codesOf(
        "recordTrainingParticipants",
        { trainingEdition: edition.id, country: "LA", persons: 9 },
        "trainingParticipation { id }",
      ),
    ).toEqual(["TRAINING_EDITION_CLOSED"]);

    const invitation = await made(
      graph,
      "inviteSeniorOfficials",
      { fiscalYear: 2024, country: "FR", persons: 1, invitedOn: "2024-06-01" },
      "invitation { id version state }",
    );
    expect(
      await codesOf(
        "recordVisit",
        { id: invitation.id, startsOn: "2025-02-01", endsOn: "2025-02-05" },
        "invitation { id }",
      ),
    ).toEqual(["ILLEGAL_STATE_CHANGE"]);
    await made(
      graph,
      "answerInvitation",
      { id: invitation.id, answer: "ACCEPTED", on: "2024-07-01" },
      "invitation { id version state }",
    );
    const visited = await made(
      graph,
      "recordVisit",
      { id: invitation.id, startsOn: "2025-02-01", endsOn: "2025-02-05" },
      "invitation { state }",
    );
    expect(visited).toEqual({ state: "VISITED" });
  });
});
