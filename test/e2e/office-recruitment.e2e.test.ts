import { startTestGraph, type TestGraph } from "../support/graph";
import { made, type MadeNode, refusalCodes } from "../support/mutate";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const codesOf = (name: string, input: object, selection: string) =>
  refusalCodes(graph, name, input, selection);

/** 札幌市, and a municipality that has not asked for the list. */
const [sapporo, hakodate] = ["011002", "012025"];

describe("the ministry that recruits external personnel", () => {
  let applicant: MadeNode;
  let application: MadeNode;
  let registration: MadeNode;

  it("opens a solicitation and takes applications to the last second of its window in Tokyo", async () => {
    const solicitation = await made(
      graph,
      "openSolicitation",
      {
        fiscalYear: 2025,
        agency: "JP-MIC",
        opensOn: "2025-09-01",
        closesOn: "2025-10-31",
        categories: ["PRODUCER", "PROJECT_MANAGER"],
      },
      'solicitation { state(asOf: "2025-10-31") categories { code } version }',
    );
    expect(solicitation).toEqual({
      state: "OPEN",
      categories: [{ code: "PRODUCER" }, { code: "PROJECT_MANAGER" }],
      version: 1,
    });
    applicant = await made(
      graph,
      "registerApplicant",
      { applicantNumber: "E2E-A1", name: "試験 花子", nameKana: "シケン ハナコ" },
      "applicant { id version }",
    );
    const input = {
      applicant: applicant.id,
      fiscalYear: 2025,
      categories: ["PRODUCER", "PROJECT_MANAGER"],
    };
    const submit = (receivedAt: string) => ({ ...input, receivedAt });
    expect(
      await codesOf("submitApplication", submit("2025-11-01T00:00:00+09:00"), "application { id }"),
    ).toEqual(["OUTSIDE_WINDOW"]);
    expect(
      await codesOf("submitApplication", submit("2025-08-31T14:59:59Z"), "application { id }"),
    ).toEqual(["OUTSIDE_WINDOW"]);
    application = await made(
      graph,
      "submitApplication",
      submit("2025-10-31T14:59:59Z"),
      "application { id version stage receivedAt receivedOn }",
    );
    expect(application).toMatchObject({
      stage: "SUBMITTED",
      receivedAt: "2025-10-31T23:59:59+09:00",
      receivedOn: "2025-10-31",
    });
    expect(
      await codesOf("submitApplication", submit("2025-10-01T09:00:00+09:00"), "application { id }"),
    ).toEqual(["ALREADY_APPLIED"]);
  });

  it("has the application judged by external evaluators, none of them twice, and selects it", async () => {
    const evaluator = await made(
      graph,
      "registerEvaluator",
      { evaluatorNumber: "E2E-E1", name: "試験 委員", affiliation: "試験大学" },
      "evaluator { id version }",
    );
    const judge = (category: string) => ({
      application: application.id,
      evaluator: evaluator.id,
      category,
      scores: [
        { criterion: "経験", score: 80 },
        { criterion: "技能", score: 90 },
      ],
      verdict: "RECOMMENDED",
      evaluatedOn: "2025-11-20",
    });
    expect(
      await codesOf(
        "selectApplication",
        { id: application.id, categories: ["PRODUCER"], decidedOn: "2025-12-01" },
        "application { id }",
      ),
    ).toEqual(["NOT_EVALUATED"]);
    await made(graph, "recordEvaluation", judge("PRODUCER"), "evaluation { id version }");
    expect(await codesOf("recordEvaluation", judge("PRODUCER"), "evaluation { id }")).toEqual([
      "ALREADY_EVALUATED",
    ]);
    await made(graph, "recordEvaluation", judge("PROJECT_MANAGER"), "evaluation { id version }");
    const selected = await made(
      graph,
      "selectApplication",
      {
        id: application.id,
        categories: ["PRODUCER", "PROJECT_MANAGER"],
        decidedOn: "2025-12-01",
      },
      "application { stage decidedOn selectedCategories { code } }",
    );
    expect(selected).toEqual({
      stage: "SELECTED",
      decidedOn: "2025-12-01",
      selectedCategories: [{ code: "PRODUCER" }, { code: "PROJECT_MANAGER" }],
    });
  });

  it("trains the candidate in both subjects and only then registers on the list", async () => {
    const register = { id: application.id, from: "2026-02-01" };
    expect(await codesOf("registerOnList", register, "application { id }")).toEqual([
      "TRAINING_NOT_COMPLETED",
    ]);
    for (const [index, subject] of [
      "LOCAL_GOVERNMENT_OPERATIONS",
      "INFORMATION_SYSTEMS",
    ].entries()) {
      const course = await made(
        graph,
        "openRecruitmentTrainingCourse",
        {
          courseCode: `E2E-C${index}`,
          subject,
          title: "研修",
          startsOn: "2026-01-10",
          endsOn: "2026-01-20",
        },
        "recruitmentTrainingCourse { id version }",
      );
      const enrolment = await made(
        graph,
        "enrolCandidate",
        { application: application.id, course: course.id, enrolledOn: "2025-12-20" },
        "candidateEnrolment { id version }",
      );
      await made(
        graph,
        "completeCandidateTraining",
        { id: enrolment.id, completedOn: "2026-01-20" },
        "candidateEnrolment { id version }",
      );
    }
    const registered = await made<{
      stages: { stage: string }[];
      registrations: (MadeNode & { category: { code: string } })[];
    }>(
      graph,
      "registerOnList",
      register,
      "application { stages { stage } registrations { id version category { code } } }",
    );
    expect(registered.stages.map(({ stage }) => stage)).toEqual([
      "SUBMITTED",
      "EVALUATED",
      "SELECTED",
      "TRAINED",
      "REGISTERED",
    ]);
    expect(registered.registrations.map(({ category }) => category.code)).toEqual([
      "PRODUCER",
      "PROJECT_MANAGER",
    ]);
    const [first] = registered.registrations;
    if (!first) throw new Error("nothing was registered");
    registration = first;
  });

  it("lists one person in two categories from that day on", async () => {
    const list = async (asOf: string) => {
      const { data } = await graph.execute<
        Record<"externalPersonnelList" | "registrations", { totalCount: number }>
      >(
        `query ($asOf: Date) { externalPersonnelList(asOf: $asOf) { totalCount }
          registrations(asOf: $asOf) { totalCount } }`,
        { asOf },
      );
      return [data.externalPersonnelList.totalCount, data.registrations.totalCount];
    };
    expect(await list("2026-01-31")).toEqual([0, 0]);
    expect(await list("2026-02-01")).toEqual([1, 2]);
  });

  it("grants a municipality the list, engages the person there, and takes the person off the list", async () => {
    const engage = (municipality: string | undefined) => ({
      registration: registration.id,
      municipality,
      role: "CIO補佐官",
      daysPerMonth: 4,
      from: "2026-04-01",
      to: "2027-04-01",
    });
    const request = await made(
      graph,
      "requestList",
      { municipality: sapporo, on: "2026-02-10" },
      "listRequest { id version state }",
    );
    expect(await codesOf("startEngagement", engage(sapporo), "engagement { id }")).toEqual([
      "LIST_NOT_GRANTED",
    ]);
    await made(
      graph,
      "grantListRequest",
      { id: request.id, on: "2026-02-20", expectedVersion: request.version },
      "listRequest { id version state }",
    );
    expect(await codesOf("startEngagement", engage(hakodate), "engagement { id }")).toEqual([
      "LIST_NOT_GRANTED",
    ]);
    await made(graph, "startEngagement", engage(sapporo), "engagement { id version }");
    const removed = await made(
      graph,
      "removeFromList",
      { id: registration.id, on: "2026-10-01", reason: "本人の申出" },
      "registration { to removalReason }",
    );
    expect(removed).toEqual({ to: "2026-10-01", removalReason: "本人の申出" });
    const { data } = await graph.execute<{
      municipality: Record<"before" | "on", { nodes: { applicant: { name: string } }[] }>;
      fiscalYear: { solicitation: { applications: { totalCount: number } } };
    }>(
      `{ municipality(code: "${sapporo ?? ""}") {
           before: engagements(asOf: "2026-03-31") { nodes { applicant { name } } }
           on: engagements(asOf: "2026-04-01") { nodes { applicant { name } } } }
         fiscalYear(year: 2025) { solicitation { applications { totalCount } } } }`,
    );
    expect(data.municipality.before.nodes).toEqual([]);
    expect(data.municipality.on.nodes).toEqual([{ applicant: { name: "試験 花子" } }]);
    expect(data.fiscalYear.solicitation.applications.totalCount).toBe(1);
  });
});
